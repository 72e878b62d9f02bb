package io.weir;

import io.weir.internal.Composition;
import io.weir.internal.StageProcessor;
import java.util.concurrent.Flow;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Processor;
import org.reactivestreams.Publisher;

/**
 * An operator that leaves the type of the items as it is: a value, immutable, safe to share and to apply as often as
 * you like, to streams of any type.
 *
 * @see Operators
 */
public abstract class IdentityOperator {
    /** For operators to extend. */
    protected IdentityOperator() {}

    /**
     * Puts the operator behind a source. Nothing happens until somebody subscribes.
     *
     * @param <T> the items
     * @param source where the items come from
     * @return what the operator lets through
     */
    public abstract <T> Publisher<T> apply(Publisher<T> source);

    /**
     * The most items that one subscription of this stage can ever hold.
     *
     * @return a number of items; {@code Long.MAX_VALUE} when nothing bounds it
     */
    public abstract long mostWaiting();

    /**
     * Puts the operator behind a {@link java.util.concurrent.Flow} publisher.
     *
     * @param <T> the items
     * @param source where the items come from
     * @return what the operator lets through
     */
    public final <T> Flow.Publisher<T> applyFlow(Flow.Publisher<T> source) {
        return FlowAdapters.toFlowPublisher(apply(FlowAdapters.<T>toPublisher(source)));
    }

    /**
     * The operator as a processor: what it is subscribed to goes through the operator to whoever subscribes to it.
     *
     * @param <T> the items
     * @return a new processor, for one upstream and one subscriber
     */
    public final <T> Processor<T, T> processor() {
        return new StageProcessor<T, T>(this::apply);
    }

    /**
     * This operator, then another that also leaves the type as it is.
     *
     * @param next the operator that takes what this one lets through
     * @return both as one
     */
    public final IdentityOperator andThen(IdentityOperator next) {
        return Composition.of(this, next);
    }

    /**
     * This operator, then one that changes the type.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param next the operator that takes what this one lets through
     * @return both as one
     */
    public final <T, R> Operator<T, R> andThen(Operator<T, R> next) {
        return Composition.of(this, next);
    }
}
