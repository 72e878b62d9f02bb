package io.weir.overflow;

import static io.weir.internal.Require.notNull;

import io.weir.Configurable;
import io.weir.DropReason;
import io.weir.IdentityOperator;
import io.weir.internal.Link;
import io.weir.internal.Stage;
import io.weir.spi.StageSettings;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * Drops what nobody has asked for.
 *
 * <p><b>Demand:</b> asks upstream for an unbounded number of items at once, and emits as many as were requested.
 *
 * <p><b>Overflow:</b> nothing ever waits; an item without demand is dropped.
 *
 * <p><b>Errors:</b> an error from upstream is delivered at once.
 *
 * <p><b>Drops:</b> {@link DropReason#NO_DEMAND} for an item that came without demand.
 *
 * <p><b>Threads:</b> none of its own. Everything is emitted on upstream's thread, but the error of an invalid request, which
 * may come on the one that made it.
 */
public final class DropOperator extends IdentityOperator implements Configurable<DropOperator> {
    private static final DropOperator PLAIN = new DropOperator(StageSettings.NONE);

    private final StageSettings settings;

    private DropOperator(StageSettings settings) {
        this.settings = settings;
    }

    /**
     * The operator without a name, probe or callback.
     *
     * @return the operator
     */
    public static DropOperator create() {
        return PLAIN;
    }

    @Override
    public <T> Publisher<T> apply(Publisher<T> source) {
        return Stage.over(source, this, (spec, downstream) -> new DropLink<>(spec, downstream));
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
    public DropOperator with(StageSettings settings) {
        return new DropOperator(notNull("settings", settings));
    }

    @Override
    public String toString() {
        return "drop()" + settings;
    }

    private static final class DropLink<T> extends Link<T, T> {
        DropLink(DropOperator spec, Subscriber<? super T> downstream) {
            super(spec, spec.settings, downstream);
        }

        @Override
        public long prefetch() {
            return Long.MAX_VALUE;
        }

        @Override
        public void onNext(T item) {
            received(item);
            if (!emit(item)) {
                turnAway(item);
            }
        }

        @Override
        protected void demanded(long n, long before) {
            // upstream was asked for everything at the start
        }
    }
}
