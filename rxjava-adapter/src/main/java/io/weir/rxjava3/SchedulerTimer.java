package io.weir.rxjava3;

import io.reactivex.rxjava3.core.Scheduler;
import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A timer on the scheduler that is current when a stage is subscribed to. */
record SchedulerTimer(Supplier<? extends Scheduler> scheduler) implements Timer {
    @Override
    public Timer subscribed() {
        Scheduler current = scheduler.get();
        return new SchedulerTimer(() -> current);
    }

    @Override
    public long nanoTime() {
        return scheduler.get().now(TimeUnit.NANOSECONDS);
    }

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        return scheduler.get().scheduleDirect(task, delay.toNanos(), TimeUnit.NANOSECONDS)::dispose;
    }
}
