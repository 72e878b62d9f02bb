package io.weir.tck;

import io.weir.Weir;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.reactivestreams.Subscriber;

/**
 * What a terminal operation of {@link Weir} subscribes, and what it returns.
 *
 * @param subscriber the subscriber
 * @param outcome completes when the stream does
 */
record ConsumptionUnderTest(Subscriber<Integer> subscriber, CompletionStage<?> outcome) {
    /** Gets hold of the subscriber by being the source that it subscribes to. */
    static ConsumptionUnderTest of(Function<Weir<Integer>, CompletionStage<?>> operation) {
        AtomicReference<Subscriber<? super Integer>> captured = new AtomicReference<>();
        CompletionStage<?> outcome = operation.apply(Weir.<Integer>from(captured::set));
        @SuppressWarnings("unchecked") // what takes any supertype takes integers
        Subscriber<Integer> subscriber = (Subscriber<Integer>) captured.get();
        return new ConsumptionUnderTest(subscriber, outcome);
    }
}
