package io.weir.rxjava3;

import io.reactivex.rxjava3.core.Scheduler;
import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A timer on a scheduler. */
record SchedulerTimer(Scheduler scheduler) implements Timer {
    @Override
    public long nanoTime() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        return scheduler.scheduleDirect(task, delay.toNanos(), TimeUnit.NANOSECONDS)::dispose;
    }
}
