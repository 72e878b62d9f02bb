package io.weir.spi;

import io.weir.DropReason;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * What a subscriber may offer to the stage above it when it is an adapter: where discarded items and late errors go, what
 * becomes of an item that a function fails on, how to subscribe to other publishers, and the timer to use.
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
     * A function of the stage threw on an item, which is dropped after this. Not asked when the error is a {@link
     * VirtualMachineError} or a {@link LinkageError}, when the stream has ended, nor by {@code switchMap}. What this method
     * throws ends the stream.
     *
     * @param item the item
     * @param error what the function threw
     * @return the error to end the stream with, by default the same; null if the stream is to go on without the item
     */
    default @Nullable Throwable functionFailed(Object item, Throwable error) {
        return error;
    }

    /**
     * An inner stream of a flattening stage failed. Not asked when the stream has ended, nor by {@code switchMap}. What this
     * method throws ends the stream.
     *
     * @param error the error of the inner stream
     * @return the error to end the stream with, by default the same; null if the inner stream is to count as completed
     */
    default @Nullable Throwable innerFailed(Throwable error) {
        return error;
    }

    /**
     * Subscribes a stage to its upstream, unless that is a stage of this library as well, which is subscribed to directly. An
     * adapter may put a subscriber of its own between, which has to carry this context.
     *
     * @param <T> the items
     * @param publisher whom to subscribe to
     * @param subscriber the stage, a {@link StageState}
     */
    default <T> void subscribe(Publisher<? extends T> publisher, Subscriber<T> subscriber) {
        publisher.subscribe(subscriber);
    }

    /**
     * Subscribes a stage to an inner stream or to a sampler, unless that is a stage of this library as well.
     *
     * @param <T> the items
     * @param publisher whom to subscribe to
     * @param subscriber belongs to the stage, as a {@link StageMember}
     */
    default <T> void subscribeInner(Publisher<? extends T> publisher, Subscriber<T> subscriber) {
        subscribe(publisher, subscriber);
    }

    /**
     * The item of a publisher that has exactly one and has it ready, whoever subscribes and however often. A flattening stage
     * then emits the item without subscribing, if there is demand for it. What this method throws counts as null.
     *
     * @param <T> the items
     * @param publisher an inner stream
     * @return the item; by default, and for all other publishers, null
     * @throws Exception perhaps when there is no item
     */
    default <T> @Nullable T onlyItemOf(Publisher<? extends T> publisher) throws Exception {
        return null;
    }

    /**
     * The timer for the timed stages above this subscriber. A stage that was given a timer of its own uses that one.
     *
     * @return by default {@link Timer#shared()}
     */
    default Timer timer() {
        return Timer.shared();
    }
}
