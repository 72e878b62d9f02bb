package io.weir.internal;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** Whatever timer there is at the moment; for one subscription it stays the same. */
public record DeferredTimer(Supplier<? extends Timer> supplier) implements Timer {
    @Override
    public Timer subscribed() {
        return supplier.get().subscribed();
    }

    @Override
    public long nanoTime() {
        return supplier.get().nanoTime();
    }

    @Override
    public Cancellable schedule(Runnable task, Duration delay) {
        return supplier.get().schedule(task, delay);
    }
}
