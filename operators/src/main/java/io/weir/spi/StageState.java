package io.weir.spi;

import io.weir.internal.ComposedState;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A stage as it is at this moment, for those who look at a running pipeline. The {@link Subscription} that a stage gives to
 * its subscriber is one, and so is the subscriber that it gives to its upstream.
 *
 * <p><b>Threads:</b> any thread may look, at any time after the stage was subscribed to. What several methods say need not
 * be of the same moment.
 */
public interface StageState extends StageMember {
    @Override
    default StageState stage() {
        return this;
    }

    /**
     * How many items wait.
     *
     * @return a number of items
     */
    long waiting();

    /**
     * How many items may wait.
     *
     * @return a number of items; {@code Long.MAX_VALUE} when nothing bounds it
     */
    long capacity();

    /**
     * How many items the stage asks its upstream for before anybody asks it.
     *
     * @return a number of items; {@code Long.MAX_VALUE} when it asks for everything
     */
    long prefetch();

    /**
     * How many items were requested of the stage and not delivered yet. While a stage delivers items that waited, this may lag
     * behind by up to 32 of them.
     *
     * @return a number of items; {@code Long.MAX_VALUE} when the demand is unbounded (§3.17)
     */
    long demand();

    /**
     * True when the stage has signalled completion or an error.
     *
     * @return whether it has
     */
    boolean isTerminated();

    /**
     * True when the subscriber has cancelled.
     *
     * @return whether it has
     */
    boolean isCancelled();

    /**
     * The error that will end the stream when what waits has been delivered. Errors of inner streams that a stage was told to
     * delay do not show before they are signalled.
     *
     * @return the error; null when there is none, or when it was signalled already
     */
    @Nullable
    Throwable failure();

    /**
     * The subscription of the stage to what is above it.
     *
     * @return the subscription; null when there is none yet
     */
    @Nullable
    Subscription upstream();

    /**
     * The subscriber below the stage.
     *
     * @return the subscriber; one that does nothing when the stream has ended (§3.13)
     */
    Subscriber<?> downstream();

    /**
     * This stage and those of this library that stand directly above it, as if they were one.
     *
     * @return the state of all of them; of this stage when there are no others
     */
    default StageState composed() {
        return upstream() instanceof StageState above ? new ComposedState(above.composed(), this) : this;
    }

    /**
     * The first subscriber below the stage that is none of this library's.
     *
     * @return the subscriber
     */
    default Subscriber<?> consumer() {
        Subscriber<?> below = downstream();
        return below instanceof StageMember member ? member.stage().consumer() : below;
    }
}
