package io.weir.internal;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A task of a timer that can be called off before the timer has even been told of it, and while it runs. */
final class Tick implements Cancellable {
    /** Stands where no tick is to follow. */
    static final Tick STOP = new Tick();

    private static final VarHandle SCHEDULED =
            Atomics.field(MethodHandles.lookup(), Tick.class, "scheduled", Cancellable.class);
    private static final Cancellable CALLED_OFF = () -> {};

    // Written by any thread.
    private volatile @Nullable Cancellable scheduled;

    void schedule(Timer timer, Runnable task, Duration delay) {
        if (scheduled != null) {
            return;
        }
        Cancellable made = timer.schedule(task, delay);
        if (!SCHEDULED.compareAndSet(this, null, made)) {
            made.cancel();
        }
    }

    @Override
    public void cancel() {
        Cancellable before = (Cancellable) SCHEDULED.getAndSet(this, CALLED_OFF);
        if (before != null) {
            before.cancel();
        }
    }
}
