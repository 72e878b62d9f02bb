package io.weir;

import io.weir.internal.Composition;
import io.weir.internal.StageProcessor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Processor;
import org.reactivestreams.Publisher;

/**
 * An operator that changes the type of the items: a value, immutable, safe to share and to apply as often as you like.
 *
 * <p>It is a function from publisher to publisher, and so fits wherever such a function does: {@code
 * flux.transform(operator)}, {@code flowable.compose(operator::apply)}.
 *
 * @param <T> the items that come in
 * @param <R> the items that go out
 * @see Operators
 */
public interface Operator<T, R> extends Function<Publisher<T>, Publisher<R>> {
    /**
     * Puts the operator behind a source. Nothing happens until somebody subscribes.
     *
     * @param source where the items come from
     * @return what the operator makes of them
     */
    @Override
    Publisher<R> apply(Publisher<T> source);

    /**
     * The most items that one subscription of this stage can ever hold.
     *
     * @return a number of items; {@code Long.MAX_VALUE} when nothing bounds it
     */
    long mostWaiting();

    /**
     * Puts the operator behind a {@link java.util.concurrent.Flow} publisher.
     *
     * @param source where the items come from
     * @return what the operator makes of them
     */
    default Flow.Publisher<R> applyFlow(Flow.Publisher<T> source) {
        return FlowAdapters.toFlowPublisher(apply(FlowAdapters.toPublisher(source)));
    }

    /**
     * The operator as a processor: what it is subscribed to goes through the operator to whoever subscribes to it.
     *
     * @return a new processor, for one upstream and one subscriber
     */
    default Processor<T, R> processor() {
        return new StageProcessor<>(this);
    }

    /**
     * This operator, then another.
     *
     * @param <V> the items that go out in the end
     * @param next the operator that takes what this one gives
     * @return both as one
     */
    default <V> Operator<T, V> andThen(Operator<R, V> next) {
        return Composition.of(this, next);
    }

    /**
     * This operator, then one that leaves the type as it is.
     *
     * @param next the operator that takes what this one gives
     * @return both as one
     */
    default Operator<T, R> andThen(IdentityOperator next) {
        return Composition.of(this, next);
    }
}
