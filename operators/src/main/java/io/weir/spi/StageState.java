package io.weir.spi;

import java.util.Objects;
import java.util.stream.Stream;
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
     * How many items were requested of the stage and not delivered yet.
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
     * The error that will end the stream when what waits has been delivered.
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
     * This stage and those of this library that stand directly above it, from below.
     *
     * @return at least this stage
     */
    default Stream<StageState> upwards() {
        return Stream.iterate(
                this, Objects::nonNull, stage -> stage.upstream() instanceof StageState above ? above : null);
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
