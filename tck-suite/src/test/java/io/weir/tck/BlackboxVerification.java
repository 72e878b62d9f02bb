package io.weir.tck;

import io.weir.Weir;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.reactivestreams.Subscriber;
import org.reactivestreams.tck.SubscriberBlackboxVerification;

/** The rules for subscribers, as far as they show from outside, on what a terminal operation subscribes. */
public abstract class BlackboxVerification extends SubscriberBlackboxVerification<Integer> {
    private final Function<Weir<Integer>, CompletionStage<?>> operation;

    protected BlackboxVerification(Function<Weir<Integer>, CompletionStage<?>> operation) {
        super(Tck.environment());
        this.operation = operation;
    }

    @Override
    public final Subscriber<Integer> createSubscriber() {
        return ConsumptionUnderTest.of(operation).subscriber();
    }

    @Override
    public final Integer createElement(int element) {
        return element;
    }
}
