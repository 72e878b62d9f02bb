package io.weir.overflow;

import static io.weir.internal.Require.notNull;

import io.weir.Configurable;
import io.weir.DropReason;
import io.weir.IdentityOperator;
import io.weir.internal.QueueLink;
import io.weir.internal.Stage;
import io.weir.spi.StageSettings;
import org.reactivestreams.Publisher;

/**
 * Keeps the newest item until it is asked for: a newer one takes the place of one that waits.
 *
 * <p><b>Demand:</b> asks upstream for an unbounded number of items at once. With demand outstanding an item is delivered at
 * once; it waits only while another thread is still in the subscriber's {@code onNext} with the item before.
 *
 * <p><b>Overflow:</b> at most 1 item waits; it is superseded by the next.
 *
 * <p><b>Errors:</b> an error from upstream comes after the item that waits.
 *
 * <p><b>Drops:</b> {@link DropReason#SUPERSEDED} for an item that a newer one replaced, {@link DropReason#CANCELLED} for
 * one that waits when the stream is cancelled, {@link DropReason#FAILED} for one that waits when the subscriber makes an
 * invalid request.
 *
 * <p><b>Threads:</b> none of its own. Items are emitted on upstream's thread while nothing waits, else on the thread that
 * requests or the one that signals.
 */
public final class LatestOperator extends IdentityOperator implements Configurable<LatestOperator> {
    private static final LatestOperator PLAIN = new LatestOperator(StageSettings.NONE);

    private final StageSettings settings;

    private LatestOperator(StageSettings settings) {
        this.settings = settings;
    }

    /**
     * The operator without a name, probe or callback.
     *
     * @return the operator
     */
    public static LatestOperator create() {
        return PLAIN;
    }

    @Override
    public <T> Publisher<T> apply(Publisher<T> source) {
        return Stage.over(
                source,
                this,
                (spec, downstream) ->
                        new QueueLink.ReplaceOldest<>(spec, spec.settings, downstream, 1, DropReason.SUPERSEDED));
    }

    @Override
    public long mostWaiting() {
        return 1;
    }

    @Override
    public StageSettings settings() {
        return settings;
    }

    @Override
    public LatestOperator with(StageSettings settings) {
        return new LatestOperator(notNull("settings", settings));
    }

    @Override
    public String toString() {
        return "latest()" + settings;
    }
}
