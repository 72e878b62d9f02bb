package io.weir.flatten;

import static io.weir.internal.Require.notNull;

import io.weir.DropReason;
import io.weir.Operator;
import io.weir.internal.Mapping;
import io.weir.internal.Stage;
import io.weir.internal.SwitchLink;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * Turns each item into a stream and passes on the newest of these streams only.
 *
 * <p><b>Demand:</b> asks upstream for an unbounded number of items at once; asks the newest inner stream for exactly what
 * is requested and not yet emitted. Demand that an old stream did not use goes to the new one.
 *
 * <p><b>Overflow:</b> nothing ever waits.
 *
 * <p><b>Errors:</b> an error from upstream or of the newest inner stream, and what the mapper throws, cancels everything
 * and comes at once; with {@link FlattenOptions#delayErrors()} the first two come at the end.
 *
 * <p><b>Drops:</b> {@link DropReason#FAILED} for an item that the mapper failed on, {@link DropReason#SUPERSEDED} for an
 * item that an old stream still sends, {@link DropReason#NO_DEMAND} for one that an inner stream sends without demand
 * (against §1.1), {@link DropReason#CANCELLED} for one that comes after a cancellation.
 *
 * <p><b>Threads:</b> none of its own. The old inner stream is cancelled before the new one is subscribed to; if it is in
 * the middle of an {@code onNext} then, the new one is asked for items when that is done. Items are emitted on the
 * threads of the inner streams, and the mapper runs on upstream's.
 *
 * @param <T> the items that come in
 * @param <R> the items that go out
 */
public final class SwitchMapOperator<T, R> implements Operator<T, R> {
    private final FlattenOptions options;
    private final Mapping<T, R> mapping;

    private SwitchMapOperator(FlattenOptions options, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        notNull("options", options).requireNoConcurrency("switchMap");
        options.requireNoPrefetch("switchMap");
        this.options = options;
        this.mapping = new Mapping<>(this, notNull("mapper", mapper));
    }

    /**
     * The operator.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param options delayed errors and the settings of the stage
     * @param mapper makes a stream of each item
     * @return the operator
     * @throws IllegalArgumentException if the options have a prefetch, or a concurrency of more than 1
     */
    public static <T, R> SwitchMapOperator<T, R> of(
            FlattenOptions options, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        return new SwitchMapOperator<>(options, mapper);
    }

    @Override
    public Publisher<R> apply(Publisher<T> source) {
        return Stage.over(
                source,
                this,
                (spec, downstream) -> new SwitchLink<>(
                        spec, spec.options.settings(), downstream, spec.mapping, spec.options.delaysErrors()));
    }

    @Override
    public long mostWaiting() {
        return 0;
    }

    @Override
    public String toString() {
        return options.textOf("switchMap", "");
    }
}
