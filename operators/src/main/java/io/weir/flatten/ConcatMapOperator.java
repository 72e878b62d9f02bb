package io.weir.flatten;

import static io.weir.internal.Require.notNull;

import io.weir.DropReason;
import io.weir.Operator;
import io.weir.internal.ConcatLink;
import io.weir.internal.Mapping;
import io.weir.internal.Stage;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * Turns each item into a stream and passes these streams on one after the other.
 *
 * <p><b>Demand:</b> asks upstream for one item at a time (or as many as the prefetch), for another when an inner stream
 * has completed; asks the inner stream for exactly what is requested.
 *
 * <p><b>Overflow:</b> no item of an inner stream ever waits; as many items from upstream as the prefetch allows do.
 *
 * <p><b>Errors:</b> an error from upstream keeps its place in the sequence: it comes after the streams of the items before
 * it. An error of an inner stream, and what the mapper throws, cancels upstream and comes at once; with {@link
 * FlattenOptions#delayErrors()} an inner error comes at the end.
 *
 * <p><b>Drops:</b> {@link DropReason#FAILED} for an item that the mapper failed on, and for those that still wait when
 * it or an inner stream fails, {@link DropReason#CANCELLED} for those that wait when the stream is cancelled, {@link DropReason#NO_DEMAND} for those
 * that upstream or an inner stream sends beyond what was asked for (against §1.1), when there is no room.
 *
 * <p><b>Threads:</b> none of its own. Items are emitted on the threads of the inner streams; the mapper runs on upstream's
 * thread, or on the one that completes the stream before.
 *
 * @param <T> the items that come in
 * @param <R> the items that go out
 */
public final class ConcatMapOperator<T, R> implements Operator<T, R> {
    private static final int DEFAULT_PREFETCH = 1;

    private final FlattenOptions options;
    private final Mapping<T, R> mapping;

    private ConcatMapOperator(FlattenOptions options, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        notNull("options", options).requireNoConcurrency("concatMap");
        this.options = options;
        this.mapping = new Mapping<>(this, notNull("mapper", mapper));
    }

    /**
     * The operator.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param options prefetch, delayed errors and the settings of the stage
     * @param mapper makes a stream of each item
     * @return the operator
     * @throws IllegalArgumentException if the options have a concurrency of more than 1
     */
    public static <T, R> ConcatMapOperator<T, R> of(
            FlattenOptions options, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        return new ConcatMapOperator<>(options, mapper);
    }

    private int prefetch() {
        return options.prefetchOr(DEFAULT_PREFETCH);
    }

    @Override
    public Publisher<R> apply(Publisher<T> source) {
        return Stage.over(
                source,
                this,
                (spec, downstream) -> new ConcatLink<>(
                        spec,
                        spec.options.settings(),
                        downstream,
                        spec.mapping,
                        spec.prefetch(),
                        spec.options.delaysErrors()));
    }

    @Override
    public long mostWaiting() {
        return prefetch();
    }

    @Override
    public String toString() {
        return options.textOf("concatMap", "");
    }
}
