package io.weir.internal;

import io.weir.spi.StageState;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Two stages as one. */
public record ComposedState(StageState above, StageState below) implements StageState {
    @Override
    public long waiting() {
        return Demand.sum(above.waiting(), below.waiting());
    }

    @Override
    public long capacity() {
        return Demand.sum(above.capacity(), below.capacity());
    }

    @Override
    public long prefetch() {
        return above.prefetch();
    }

    @Override
    public long demand() {
        return below.demand();
    }

    @Override
    public boolean isTerminated() {
        return below.isTerminated();
    }

    @Override
    public boolean isCancelled() {
        return below.isCancelled();
    }

    @Override
    public @Nullable Throwable failure() {
        Throwable failure = below.failure();
        return failure == null ? above.failure() : failure;
    }

    @Override
    public @Nullable Subscription upstream() {
        return above.upstream();
    }

    @Override
    public Subscriber<?> downstream() {
        return below.downstream();
    }
}
