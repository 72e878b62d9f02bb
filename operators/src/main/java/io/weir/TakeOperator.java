package io.weir;

import static io.weir.internal.Require.notNegative;
import static io.weir.internal.Require.notNull;

import io.weir.internal.Demand;
import io.weir.internal.Link;
import io.weir.internal.Stage;
import io.weir.spi.StageSettings;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * Lets the first items through, then completes.
 *
 * <p><b>Demand:</b> asks upstream for what is requested, and in all for no more than the limit. With a limit of {@code
 * Long.MAX_VALUE} every request goes up as it came.
 *
 * <p><b>Overflow:</b> nothing ever waits. An item that upstream sends without demand is dropped.
 *
 * <p><b>Errors:</b> an error from upstream is delivered at once.
 *
 * <p><b>Drops:</b> {@link DropReason#AFTER_TERMINATION} for an item that comes after the last one, {@link
 * DropReason#NO_DEMAND} for one that upstream sends without demand (against §1.1).
 *
 * <p><b>Threads:</b> none of its own. Everything is emitted on upstream's thread; upstream is cancelled from within the
 * last {@code onNext}.
 */
public final class TakeOperator extends IdentityOperator implements Configurable<TakeOperator> {
    private final long limit;
    private final StageSettings settings;

    TakeOperator(long limit, StageSettings settings) {
        this.limit = notNegative("take limit", limit);
        this.settings = notNull("settings", settings);
    }

    @Override
    public <T> Publisher<T> apply(Publisher<T> source) {
        return Stage.over(source, this, (spec, downstream) -> new TakeLink<>(spec, downstream));
    }

    @Override
    public long mostWaiting() {
        return 0;
    }

    @Override
    public StageSettings settings() {
        return settings;
    }

    @Override
    public TakeOperator with(StageSettings settings) {
        return new TakeOperator(limit, settings);
    }

    @Override
    public String toString() {
        return "take(" + limit + ")" + settings;
    }

    private static final class TakeLink<T> extends Link<T, T> {
        private final TakeOperator spec;

        // Owned by upstream.
        private long taken;

        TakeLink(TakeOperator spec, Subscriber<? super T> downstream) {
            super(spec, spec.settings, downstream);
            this.spec = spec;
        }

        @Override
        protected void start() {
            if (spec.limit == 0) {
                endEarly();
            }
        }

        @Override
        public void onNext(T item) {
            received(item);
            if (taken < spec.limit && take(item)) {
                if (taken == spec.limit) {
                    endEarly();
                }
            } else {
                turnAway(item);
            }
        }

        private boolean take(T item) {
            taken++;
            boolean emitted = emit(item);
            if (!emitted) {
                taken--;
            }
            return emitted;
        }

        private void endEarly() {
            stopAndEnd(null);
        }

        @Override
        protected boolean passesDemandOn() {
            return true;
        }

        @Override
        protected long askedOf(long total) {
            return Math.min(total, spec.limit);
        }

        @Override
        protected boolean takesWithin() {
            return spec.limit == Long.MAX_VALUE; // else it takes the total to stay within the limit
        }

        @Override
        protected void demanded(long n, long before) {
            long wanted = Math.min(Demand.left(spec.limit, before), n);
            if (wanted > 0) {
                askUpstream(wanted);
            }
        }
    }
}
