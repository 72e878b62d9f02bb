package io.weir.tck;

import io.weir.Weir;
import io.weir.testkit.PassingSubscriber;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.reactivestreams.tck.SubscriberWhiteboxVerification;

/**
 * The rules for subscribers, on what a terminal operation subscribes. It asks for items by itself; cancelling its outcome
 * is how it is made to cancel.
 */
public abstract class WhiteboxVerification extends SubscriberWhiteboxVerification<Integer> {
    private final Function<Weir<Integer>, CompletionStage<?>> operation;

    protected WhiteboxVerification(Function<Weir<Integer>, CompletionStage<?>> operation) {
        super(Tck.environment());
        this.operation = operation;
    }

    @Override
    public final Subscriber<Integer> createSubscriber(WhiteboxSubscriberProbe<Integer> probe) {
        return new Observed(ConsumptionUnderTest.of(operation), probe);
    }

    @Override
    public final Integer createElement(int element) {
        return element;
    }

    /** Passes every signal on and tells the probe what came of it. */
    private static final class Observed extends PassingSubscriber<Integer> implements SubscriberPuppet {
        private final CompletionStage<?> outcome;
        private final WhiteboxSubscriberProbe<Integer> probe;
        private final AtomicBoolean subscribed = new AtomicBoolean();

        Observed(ConsumptionUnderTest consumption, WhiteboxSubscriberProbe<Integer> probe) {
            super(consumption.subscriber());
            this.probe = probe;
            this.outcome = consumption.outcome();
            outcome.whenComplete((result, error) -> tellOutcome(error));
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            super.onSubscribe(subscription);
            if (subscribed.compareAndSet(false, true)) {
                probe.registerOnSubscribe(this);
            }
        }

        @Override
        public void onNext(Integer item) {
            super.onNext(item);
            probe.registerOnNext(item);
        }

        private void tellOutcome(Throwable error) {
            if (error == null) {
                probe.registerOnComplete();
            } else if (!(error instanceof CancellationException)) {
                probe.registerOnError(error);
            }
        }

        @Override
        public void triggerRequest(long elements) {
            // it has asked already, and will again
        }

        @Override
        public void signalCancel() {
            outcome.toCompletableFuture().cancel(true);
        }
    }
}
