package io.weir.benchmarks;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Says how far a run is, in one line: on a terminal always the same one, elsewhere now and then another. */
final class Progress {
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;
    private static final Duration TRUST = Duration.ofSeconds(20);
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final boolean terminal;
    private final int steps;
    private final Duration expected;
    private final LongSupplier clock;
    private final long start;
    private long nextLine;
    private Duration perStep = Duration.ZERO;
    private int done;
    private Duration expectedOfDone = Duration.ZERO;
    private String label = "";

    Progress(PrintWriter out, boolean terminal, int steps, Duration expected, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.steps = steps;
        this.expected = expected;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.nextLine = start;
    }

    /** From now on it is this that is measured, in steps that should take so long. */
    void begin(String what, Duration eachStep) {
        label = what;
        perStep = eachStep;
        show();
    }

    void done() {
        done++;
        expectedOfDone = expectedOfDone.plus(perStep);
        show();
    }

    /** Leaves the terminal as if there had been no progress. */
    void end() {
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            out.flush();
        }
    }

    String line() {
        return done + " of " + steps + left() + ": " + label;
    }

    /** As expected at first; the more is done, the more it counts how long that has taken. */
    private String left() {
        double slower = (double) (clock.getAsLong() - start + TRUST.toNanos())
                / expectedOfDone.plus(TRUST).toNanos();
        double left = slower * expected.minus(expectedOfDone).toNanos();
        long minutes = Math.round(left / NANOS_PER_MINUTE);
        return minutes == 0 ? ", less than a minute left" : ", about " + minutes + " min left";
    }

    private void show() {
        if (terminal) {
            String line = line();
            String cut = line.substring(0, Math.min(WIDTH, line.length()));
            out.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
            out.flush();
        } else if (clock.getAsLong() - nextLine >= 0) {
            nextLine = clock.getAsLong() + NANOS_PER_MINUTE;
            out.println(line());
            out.flush();
        }
    }
}
