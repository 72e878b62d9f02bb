package io.weir.benchmarks;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Says how far a run is, in one line: on a terminal always the same one, elsewhere now and then another. */
final class Progress {
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final boolean terminal;
    private final int steps;
    private final LongSupplier clock;
    private final long start;
    private long nextLine;
    private int done;
    private String label = "";

    Progress(PrintWriter out, boolean terminal, int steps, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.steps = steps;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.nextLine = start;
    }

    /** From now on it is this that is measured. */
    void begin(String what) {
        label = what;
        show();
    }

    void done() {
        done++;
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

    private String left() {
        if (done == 0) {
            return "";
        }
        double left = (double) (clock.getAsLong() - start) / done * (steps - done);
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
