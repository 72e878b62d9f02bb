package io.weir.internal;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The timer for all who have none: one daemon thread, started when first needed, gone when idle for long. */
public final class SharedTimer implements Timer {
    public static final Timer INSTANCE = new SharedTimer();

    private static final long IDLE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "weir-timer");
        thread.setDaemon(true);
        return thread;
    });

    private SharedTimer() {
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        return new Scheduled(executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** A class with a name, for tools that watch over locks: to call a task off takes the lock of the queue for a moment. */
    private record Scheduled(Future<?> future) implements Cancellable {
        @Override
        public void cancel() {
            future.cancel(false);
        }
    }
}
