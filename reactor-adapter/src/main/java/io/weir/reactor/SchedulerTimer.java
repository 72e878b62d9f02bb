package io.weir.reactor;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.scheduler.Scheduler;

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
        return scheduler.get().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS)::dispose;
    }
}
