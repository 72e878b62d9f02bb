package io.weir.spi;

import io.weir.DropReason;

/**
 * What a subscriber may offer to the stage above it when it is an adapter: where discarded items and late errors go,
 * and the timer to use.
 *
 * <p>A {@link org.reactivestreams.Subscriber Subscriber} that is a {@link StageContextCarrier} is asked for its context once, by the
 * stage it subscribes to, which also hands it to the stages above. The stages keep the context to the end of their own
 * lives, since late errors come late; a subscriber that must be forgotten after a cancellation (§3.13) therefore carries a
 * context that does not refer to it.
 *
 * <p><b>Threads:</b> the methods are called from whichever thread dropped the item or met the error.
 */
public interface StageContext extends StageContextCarrier {
    @Override
    default StageContext stageContext() {
        return this;
    }

    /**
     * An item will not be delivered. Called once for each such item, in addition to the stage's own {@code onDropped}.
     *
     * @param item the item
     * @param reason why it is not delivered
     */
    void dropped(Object item, DropReason reason);

    /**
     * An error came when the stream had already ended, so that no {@code onError} can carry it (§1.7).
     *
     * @param error the error
     */
    void lateError(Throwable error);

    /**
     * The timer for the timed stages above this subscriber. A stage that was given a timer of its own uses that one.
     *
     * @return by default {@link Timer#shared()}
     */
    default Timer timer() {
        return Timer.shared();
    }
}
