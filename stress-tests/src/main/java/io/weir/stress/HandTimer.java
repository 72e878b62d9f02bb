package io.weir.stress;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A timer driven by hand, for a stage of which each tick schedules the next. */
final class HandTimer implements Timer {
    // Owned by whoever drives it.
    private @Nullable Task last;
    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        Task made = new Task(task, delay.toNanos());
        last = made;
        return () -> made.calledOff = true;
    }

    /** Lets the time pass until the task is due, and runs it. */
    void ring() {
        Task due = last;
        if (due != null && due.isPending()) {
            due.run = true;
            now += due.delayNanos;
            due.task.run();
        }
    }

    /** True when there is a task that was neither run nor called off. */
    boolean isPending() {
        return last != null && last.isPending();
    }

    private static final class Task {
        private final Runnable task;
        private final long delayNanos;
        private boolean run; // owned by whoever drives it
        private boolean calledOff; // written by any thread; plain: no fence of the test's

        Task(Runnable task, long delayNanos) {
            this.task = task;
            this.delayNanos = delayNanos;
        }

        boolean isPending() {
            return !run && !calledOff;
        }
    }
}
