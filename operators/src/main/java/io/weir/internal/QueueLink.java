package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/** A link that takes all that upstream has, and lets items wait until they are demanded. */
public abstract class QueueLink<T> extends BacklogLink<T, T> {
    protected QueueLink(Object operator, StageSettings settings, Subscriber<? super T> downstream, int capacity) {
        super(operator, settings, downstream, capacity);
    }

    @Override
    public final long prefetch() {
        return Demand.UNBOUNDED;
    }

    @Override
    protected final void demanded(long n, long before) {
        if (!nothingWaits()) {
            drain();
        }
    }

    @Override
    protected final boolean tryForward(T item) {
        return emit(item);
    }

    /** Whoever brings demand, or leaves the drain loop, looks for items after that. The order matters: the first look fences. */
    @Override
    protected final void callForPass() {
        if (demandedOrEnded() && idle()) {
            drain();
        }
    }

    @Override
    protected final boolean overlooked() {
        return !nothingWaits() && demandedOrEnded();
    }

    @Override
    protected final boolean forwardWaiting() {
        return emitWaiting();
    }

    @Override
    protected final @Nullable T takeWaiting() {
        return take();
    }

    @Override
    protected final boolean mayEnd() {
        return true;
    }

    @Override
    protected final boolean maySignal(boolean upstreamEnded) {
        return upstreamEnded || !nothingWaits() || quiet();
    }

    /** When it is full, the item that came takes the place of the one that waited longest. */
    public static final class ReplaceOldest<T> extends QueueLink<T> {
        private final DropReason reason;

        public ReplaceOldest(
                Object operator,
                StageSettings settings,
                Subscriber<? super T> downstream,
                int capacity,
                DropReason reason) {
            super(operator, settings, downstream, capacity);
            this.reason = reason;
        }

        @Override
        Backlog<T> newBacklog(int capacity) {
            return Backlog.evicting(capacity);
        }

        @Override
        protected void overflow(T item) {
            T oldest = evict();
            put(item);
            if (oldest != null) {
                drop(oldest, reason);
            }
        }
    }
}
