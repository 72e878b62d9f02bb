package io.weir.examples.lab;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Rewrites one line while a run goes on, and wipes it at the end. */
final class Progress {
    private static final long PERIOD_MILLIS = 250;
    private static final int WIDTH = 100;

    private final Run run;
    private final Duration limit;
    private final PrintWriter out;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> Threads.daemon("lab-progress", task));

    private final Future<?> ticks;

    private Progress(Run run, Duration limit, PrintWriter out) {
        this.run = run;
        this.limit = limit;
        this.out = out;
        this.ticks = executor.scheduleAtFixedRate(this::show, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    static Progress start(Run run, Duration limit, PrintWriter out) {
        return new Progress(run, limit, out);
    }

    String line() {
        String time = run.elapsed().toSeconds() + " s" + (limit.isZero() ? "" : " of " + Figures.time(limit));
        long running = run.rows() - run.finishedRows();
        long slowest = run.slowestReceived(); // read before the fastest, which may overtake itself meanwhile
        return time + ": " + Figures.count(slowest) + " to " + Figures.count(run.mostReceived()) + " " + run.items()
                + " came in, " + running + " of " + run.rows() + " policies still run";
    }

    private void show() {
        out.print("\r" + Table.padded(line(), WIDTH, Table.Align.LEFT));
        out.flush();
    }

    /** Shows the line no more. */
    void wipe() throws InterruptedException {
        ticks.cancel(false);
        executor.shutdown();
        Threads.awaitEnd(executor);
        out.print("\r" + " ".repeat(WIDTH) + "\r");
        out.flush();
    }
}
