package io.weir.spi;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Operator;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** What a subscriber's context decides for the stages above it. */
class StageContextTest {
    /** Lets streams go on, and notes everything it is asked. */
    private static final class Lenient implements StageContext {
        final List<String> failed = new ArrayList<>();
        final List<Publisher<?>> subscribed = new ArrayList<>();
        final Drops drops = new Drops();
        final VirtualTimer timer = new VirtualTimer();

        @Override
        public void dropped(Object item, DropReason reason) {
            drops.accept(item, reason);
        }

        @Override
        public void lateError(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public Throwable functionFailed(Object item, Throwable error) {
            failed.add(item + ": " + error.getMessage());
            return null;
        }

        @Override
        public Throwable innerFailed(Throwable error) {
            failed.add("inner: " + error.getMessage());
            return null;
        }

        @Override
        public <T> void subscribe(Publisher<? extends T> publisher, Subscriber<T> subscriber) {
            subscribed.add(publisher);
            publisher.subscribe(subscriber);
        }

        @Override
        public Timer timer() {
            return timer;
        }
    }

    /** Carries a context, as a stage does, and records as a test's subscriber does. */
    private static final class Carrier<T> implements Subscriber<T>, StageContextCarrier {
        private final TestSubscriber<T> subscriber;
        private final StageContext context;

        Carrier(TestSubscriber<T> subscriber, StageContext context) {
            this.subscriber = subscriber;
            this.context = context;
        }

        @Override
        public StageContext stageContext() {
            return context;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(T item) {
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable error) {
            subscriber.onError(error);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }

    private final Lenient context = new Lenient();
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();

    private void subscribe(Publisher<Integer> stage) {
        stage.subscribe(new Carrier<>(subscriber, context));
    }

    // ------------------------------------------------------------------------------------- functions that throw

    private static int failOn2(int item) {
        if (item == 2) {
            throw new IllegalStateException("no");
        }
        return item;
    }

    static Stream<Operator<Integer, Integer>> skipping() {
        FlattenOptions two = FlattenOptions.defaults().prefetch(2);
        return Stream.of(
                map(StageContextTest::failOn2),
                filter(item -> failOn2(item) > 0),
                concatMap(item -> Weir.range(failOn2(item), 1)),
                concatMap(two, item -> Weir.range(failOn2(item), 1)),
                mergeMap(1, item -> Weir.range(failOn2(item), 1)),
                mergeMap(two.concurrency(2), item -> Weir.range(failOn2(item), 1)));
    }

    @ParameterizedTest
    @MethodSource("skipping")
    void aStreamCanGoOnWithoutTheItemThatAFunctionFailedOn(Operator<Integer, Integer> operator) {
        subscribe(operator.apply(source));
        subscriber.request(2);
        for (int item = 1; !subscriber.isEnded() && source.outstanding() > 0 && item <= 3; item++) {
            source.send(item);
        }
        source.complete();
        assertThat(subscriber.items()).containsExactly(1, 3);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(context.failed).containsExactly("2: no");
        assertThat(context.drops.all()).containsExactly(drop(2, DropReason.FAILED));
        assertThat(source.isCancelled()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("skipping")
    void upstreamIsAskedForOneItemMoreInPlaceOfTheOneThatWasSkipped(Operator<Integer, Integer> operator) {
        subscribe(operator.apply(source));
        subscriber.request(5);
        long before = source.requested();
        source.send(2);
        assertThat(source.requested()).isEqualTo(before + 1);
    }

    @Test
    void anErrorOfTheMachineIsNotAskedAbout() {
        subscribe(map((Integer item) -> StageContextTest.<Integer>overflowTheStack())
                .apply(source));
        subscriber.request(5);
        assertThatThrownBy(() -> source.send(1)).isInstanceOf(StackOverflowError.class);
        assertThat(context.failed).isEmpty();
    }

    private static <T> T overflowTheStack() {
        throw new StackOverflowError("as it might be");
    }

    @Test
    void switchMapIsNotAskedAbout() {
        subscribe(switchMap((Integer item) -> Weir.range(failOn2(item), 1)).apply(source));
        subscriber.request(5);
        source.send(2);
        assertThat(subscriber.error()).hasMessage("no");
        assertThat(context.failed).isEmpty();
    }

    // ---------------------------------------------------------------------------------- inner streams that fail

    static Stream<FlattenOptions> options() {
        return Stream.of(
                FlattenOptions.defaults().concurrency(1),
                FlattenOptions.defaults().concurrency(1).delayErrors());
    }

    @ParameterizedTest
    @MethodSource("options")
    void anInnerStreamThatFailsCanCountAsCompleted(FlattenOptions options) {
        for (Operator<Integer, Integer> operator : List.<Operator<Integer, Integer>>of(
                concatMap(options, StageContextTest::failingAfter),
                mergeMap(options, StageContextTest::failingAfter))) {
            TestSubscriber<Integer> receiver = TestSubscriber.requesting(10);
            Lenient lenient = new Lenient();
            operator.apply(Weir.range(1, 3)).subscribe(new Carrier<>(receiver, lenient));
            assertThat(receiver.items()).containsExactly(1, 2, 3);
            assertThat(receiver.isCompleted()).isTrue();
            assertThat(lenient.failed).containsExactly("inner: after 1", "inner: after 2", "inner: after 3");
        }
    }

    private static Publisher<Integer> failingAfter(int item) {
        TestSource<Integer> inner = new TestSource<>();
        return inner.onRequest(() -> {
            if (inner.sent().isEmpty()) {
                inner.send(item);
                inner.fail(new IllegalStateException("after " + item));
            }
        });
    }

    // --------------------------------------------------------------------------------------------- subscribing

    @Test
    void theContextSubscribesToUpstream() {
        subscribe(buffer(8).apply(source));
        assertThat(context.subscribed).containsExactly(source);
    }

    @Test
    void stagesSubscribeToEachOtherDirectly() {
        subscribe(buffer(8).andThen(latest()).apply(source));
        assertThat(context.subscribed).containsExactly(source);
    }

    @Test
    void theContextSubscribesToInnerStreams() {
        for (Operator<Integer, Integer> operator : List.<Operator<Integer, Integer>>of(
                concatMap(item -> source), mergeMap(2, item -> source), switchMap(item -> source))) {
            Lenient asked = new Lenient();
            TestSource<Integer> outer = new TestSource<>();
            operator.apply(outer).subscribe(new Carrier<>(TestSubscriber.requesting(1), asked));
            outer.send(1);
            assertThat(asked.subscribed).containsExactly(outer, source);
        }
    }

    @Test
    void theContextSubscribesBelowAnInnerStageOfOurs() {
        TestSource<Integer> outer = new TestSource<>();
        subscribe(concatMap((Integer item) -> buffer(8).apply(source)).apply(outer));
        outer.send(1);
        assertThat(context.subscribed).containsExactly(outer, source);
    }

    @Test
    void theContextSubscribesToASampler() {
        TestSource<String> sampler = new TestSource<>();
        subscribe(sample(sampler).apply(source));
        assertThat(context.subscribed).containsExactly(source, sampler);
    }

    // -------------------------------------------------------------------------------------------------- timers

    @Test
    void aTimerIsToldOfEachSubscription() {
        List<String> told = new ArrayList<>();
        Timer timer = new Timer() {
            @Override
            public Timer subscribed() {
                told.add("subscribed");
                return context.timer;
            }

            @Override
            public long nanoTime() {
                throw new AssertionError("not the timer of the subscription");
            }

            @Override
            public Cancellable schedule(Runnable task, Duration delay) {
                throw new AssertionError("not the timer of the subscription");
            }
        };
        Publisher<Integer> stage = sample(Duration.ofSeconds(1)).timer(timer).apply(source);
        assertThat(told).isEmpty();
        subscribe(stage);
        assertThat(told).containsExactly("subscribed");
        assertThat(context.timer.pending()).isOne();
    }
}
