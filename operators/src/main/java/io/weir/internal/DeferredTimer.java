package io.weir.internal;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** Whatever timer there is at the moment; for one subscription it stays the same. */
public record DeferredTimer(Supplier<? extends Timer> supplier) implements Timer {
    @Override
    public Timer subscribed() {
        return found().subscribed();
    }

    @Override
    public long nanoTime() {
        return found().nanoTime();
    }

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        return found().schedule(task, delay);
    }

    private Timer found() {
        return Require.notNull("the Timer that was looked up", supplier.get());
    }
}
