package io.weir.flatten;

import static io.weir.internal.Require.notNull;

import io.weir.DropReason;
import io.weir.Operator;
import io.weir.internal.Mapping;
import io.weir.internal.MergeLink;
import io.weir.internal.Stage;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * Turns each item into a stream and passes on several of these streams at once.
 *
 * <p><b>Demand:</b> asks upstream for as many items as streams may run, and for one more when a stream has completed and
 * all its items are delivered; asks each inner stream for as many items as the prefetch, and for more when three quarters
 * of them (all, of up to 3) were delivered.
 *
 * <p><b>Overflow:</b> the items of an inner stream wait, at most the prefetch of each. Emission takes one item of each
 * stream in turn.
 *
 * <p><b>Errors:</b> an error from upstream or of an inner stream, and what the mapper throws, cancels everything at once
 * and comes after the items that wait; with {@link FlattenOptions#delayErrors()} the first two come at the end.
 *
 * <p><b>Drops:</b> {@link DropReason#FAILED} for an item that the mapper failed on, for what waits when the subscriber
 * makes an invalid request, and for what comes while an error waits for its turn, {@link DropReason#CANCELLED} for what
 * waits when the stream is cancelled, {@link DropReason#NO_DEMAND} for what upstream or an inner stream sends without demand
 * (against §1.1).
 *
 * <p><b>Threads:</b> none of its own. Items are emitted on the threads of the inner streams, on upstream's where they are
 * ready at once, or on the one that requests; one at a time. The mapper runs on upstream's thread.
 *
 * @param <T> the items that come in
 * @param <R> the items that go out
 */
public final class MergeMapOperator<T, R> implements Operator<T, R> {
    private static final int DEFAULT_PREFETCH = 32;

    private final FlattenOptions options;
    private final int concurrency;
    private final Mapping<T, R> mapping;

    private MergeMapOperator(FlattenOptions options, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        this.concurrency = notNull("options", options).concurrencyFor("mergeMap");
        this.options = options;
        this.mapping = new Mapping<>(this, notNull("mapper", mapper));
    }

    /**
     * The operator.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param options concurrency, prefetch, delayed errors and the settings of the stage
     * @param mapper makes a stream of each item
     * @return the operator
     * @throws IllegalArgumentException if the options have no concurrency
     */
    public static <T, R> MergeMapOperator<T, R> of(
            FlattenOptions options, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        return new MergeMapOperator<>(options, mapper);
    }

    private int prefetch() {
        return options.prefetchOr(DEFAULT_PREFETCH);
    }

    @Override
    public Publisher<R> apply(Publisher<T> source) {
        return Stage.over(
                source,
                this,
                (spec, downstream) -> new MergeLink<>(
                        spec,
                        spec.options.settings(),
                        downstream,
                        spec.mapping,
                        spec.concurrency,
                        spec.prefetch(),
                        spec.options.delaysErrors()));
    }

    @Override
    public long mostWaiting() {
        return (long) concurrency * prefetch();
    }

    @Override
    public String toString() {
        return options.textOf("mergeMap", concurrency + ", ");
    }
}
