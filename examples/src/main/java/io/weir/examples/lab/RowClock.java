package io.weir.examples.lab;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer for one row alone, so that it can be stopped with the row. */
final class RowClock implements Timer {
    private final ScheduledThreadPoolExecutor executor;

    RowClock(String row) {
        executor = new ScheduledThreadPoolExecutor(
                1, task -> Threads.daemon("lab-timer-" + row, task), new ThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        Future<?> scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Lets a task that is running end, and runs no other. */
    void stop() {
        executor.shutdown();
    }

    /** Waits until the thread has come to rest. */
    void awaitRest() throws InterruptedException {
        Threads.awaitEnd(executor);
    }
}
