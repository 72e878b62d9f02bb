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
import io.weir.testkit.PassingSubscriber;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

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

    /** Fails on everything that a test does not expect. */
    private abstract static class Deciding implements StageContext {
        @Override
        public void dropped(Object item, DropReason reason) {}

        @Override
        public void lateError(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public Throwable functionFailed(Object item, Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public Throwable innerFailed(Throwable error) {
            throw new AssertionError(error);
        }
    }

    /** Carries a context, as a stage does, and records as a test's subscriber does. */
    private static final class Carrier<T> extends PassingSubscriber<T> implements StageContextCarrier {
        private final StageContext context;

        Carrier(TestSubscriber<T> subscriber, StageContext context) {
            super(subscriber);
            this.context = context;
        }

        @Override
        public StageContext stageContext() {
            return context;
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

    @ParameterizedTest
    @MethodSource("skipping")
    void whatUpstreamSendsAtOnceInPlaceOfTheSkippedItemIsWelcome(Operator<Integer, Integer> operator) {
        source.onRequest(() -> {
            if (source.sent().equals(List.of(2))) {
                source.send(3);
            }
        });
        subscribe(operator.apply(source));
        subscriber.request(5);
        source.send(2);
        assertThat(subscriber.items()).containsExactly(3);
        assertThat(context.drops.all()).containsExactly(drop(2, DropReason.FAILED));
    }

    @Test
    void anErrorOfTheMachineIsNotAskedAbout() {
        subscribe(map(StageContextTest::overflowTheStack).apply(source));
        subscriber.request(5);
        assertThatThrownBy(() -> source.send(1)).isInstanceOf(StackOverflowError.class);
        assertThat(context.failed).isEmpty();
    }

    private static int overflowTheStack(int item) {
        throw new StackOverflowError("on " + item);
    }

    @ParameterizedTest
    @MethodSource("skipping")
    void theContextIsAskedBeforeTheItemIsDropped(Operator<Integer, Integer> operator) {
        List<String> order = new ArrayList<>();
        StageContext asked = new Deciding() {
            @Override
            public Throwable functionFailed(Object item, Throwable error) {
                order.add("asked about " + item);
                return null;
            }

            @Override
            public void dropped(Object item, DropReason reason) {
                order.add("dropped " + item);
            }
        };
        operator.apply(source).subscribe(new Carrier<>(TestSubscriber.requesting(5), asked));
        source.send(2);
        assertThat(order).containsExactly("asked about 2", "dropped 2");
    }

    @ParameterizedTest
    @MethodSource("skipping")
    void whatTheContextThrowsEndsTheStream(Operator<Integer, Integer> operator) {
        RuntimeException thrown = new RuntimeException("the context failed");
        StageContext failing = new Deciding() {
            @Override
            public Throwable functionFailed(Object item, Throwable error) {
                throw thrown;
            }
        };
        operator.apply(source).subscribe(new Carrier<>(subscriber, failing));
        subscriber.request(5);
        source.send(2);
        assertThat(subscriber.error()).isSameAs(thrown);
        assertThat(thrown.getSuppressed()).extracting(Throwable::getMessage).containsExactly("no");
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("skipping")
    void aDropThatThrowsEndsTheStreamEvenIfItWasToGoOn(Operator<Integer, Integer> operator) {
        RuntimeException thrown = new RuntimeException("the hook failed");
        StageContext failing = new Deciding() {
            @Override
            public Throwable functionFailed(Object item, Throwable error) {
                return null;
            }

            @Override
            public void dropped(Object item, DropReason reason) {
                throw thrown;
            }
        };
        operator.apply(source).subscribe(new Carrier<>(subscriber, failing));
        subscriber.request(5);
        source.send(2);
        assertThat(subscriber.error()).isSameAs(thrown);
        assertThat(source.isCancelled()).isTrue();
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

    @ParameterizedTest
    @MethodSource("options")
    void whatTheContextThrowsAboutAnInnerStreamEndsTheStream(FlattenOptions options) {
        RuntimeException thrown = new RuntimeException("the context failed");
        StageContext failing = new Deciding() {
            @Override
            public Throwable innerFailed(Throwable error) {
                throw thrown;
            }
        };
        for (Operator<Integer, Integer> operator : List.<Operator<Integer, Integer>>of(
                concatMap(options, StageContextTest::failingAfter),
                mergeMap(options, StageContextTest::failingAfter))) {
            TestSubscriber<Integer> receiver = TestSubscriber.requesting(10);
            operator.apply(Weir.range(1, 1)).subscribe(new Carrier<>(receiver, failing));
            assertThat(receiver.items()).containsExactly(1);
            assertThat(receiver.error()).isSameAs(thrown);
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void anInnerStreamThatFailsAfterCancellationIsLate(FlattenOptions options) {
        for (Function<TestSource<Integer>, Operator<Integer, Integer>> operator :
                List.<Function<TestSource<Integer>, Operator<Integer, Integer>>>of(
                        inner -> concatMap(options, item -> inner),
                        inner -> mergeMap(options, item -> inner),
                        inner -> switchMap(options, item -> inner))) {
            List<Throwable> late = new ArrayList<>();
            StageContext noting = new Deciding() {
                @Override
                public void lateError(Throwable error) {
                    late.add(error);
                }
            };
            TestSource<Integer> inner = new TestSource<>();
            TestSubscriber<Integer> receiver = TestSubscriber.requesting(10);
            operator.apply(inner).apply(Weir.range(1, 1)).subscribe(new Carrier<>(receiver, noting));
            receiver.cancel();
            RuntimeException error = new RuntimeException("too late");
            inner.fail(error);
            assertThat(late).containsExactly(error);
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

    static Stream<Function<TestSource<Integer>, Operator<Integer, Integer>>> flattening() {
        return Stream.of(
                inner -> concatMap(item -> inner),
                inner -> mergeMap(2, item -> inner),
                inner -> switchMap(item -> inner));
    }

    @ParameterizedTest
    @MethodSource("flattening")
    void aSingleItemThatTheContextKnowsIsEmittedWithoutSubscribing(
            Function<TestSource<Integer>, Operator<Integer, Integer>> flattening) {
        TestSource<Integer> outer = new TestSource<>();
        flattening.apply(source).apply(outer).subscribe(new Carrier<>(subscriber, new Deciding() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T onlyItemOf(Publisher<? extends T> publisher) {
                return publisher == source ? (T) (Integer) 42 : null;
            }
        }));
        subscriber.request(2);
        outer.send(1);
        outer.send(2);
        assertThat(subscriber.items()).containsExactly(42, 42);
        assertThat(source.isSubscribed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("flattening")
    void aContextThatThrowsKnowsOfNoSingleItem(Function<TestSource<Integer>, Operator<Integer, Integer>> flattening) {
        TestSource<Integer> outer = new TestSource<>();
        flattening.apply(source).apply(outer).subscribe(new Carrier<>(subscriber, new Deciding() {
            @Override
            public <T> T onlyItemOf(Publisher<? extends T> publisher) throws Exception {
                throw new IllegalStateException("an error is a single item, too");
            }
        }));
        subscriber.request(1);
        outer.send(1);
        source.send(7);
        assertThat(subscriber.items()).containsExactly(7);
    }

    @ParameterizedTest
    @MethodSource("flattening")
    void soDoesOneThatFailsFatally(Function<TestSource<Integer>, Operator<Integer, Integer>> flattening) {
        TestSource<Integer> outer = new TestSource<>();
        flattening.apply(source).apply(outer).subscribe(new Carrier<>(subscriber, new Deciding() {
            @Override
            public <T> T onlyItemOf(Publisher<? extends T> publisher) {
                throw new NoClassDefFoundError("the error of a publisher that has nothing else");
            }
        }));
        subscriber.request(1);
        outer.send(1);
        source.send(7);
        assertThat(subscriber.items()).containsExactly(7);
    }

    @Test
    void theContextSubscribesBelowAnInnerStageOfOurs() {
        TestSource<Integer> outer = new TestSource<>();
        subscribe(concatMap((Integer item) -> buffer(8).apply(source)).apply(outer));
        outer.send(1);
        assertThat(context.subscribed).containsExactly(outer, source);
    }

    @Test
    void theContextSubscribesBelowAnInnerPipelineOfOurs() {
        for (Publisher<Integer> pipeline : List.of(
                Weir.from(source), Weir.from(source).via(buffer(8)), buffer(8).apply(Weir.from(source)))) {
            Lenient asked = new Lenient();
            TestSource<Integer> outer = new TestSource<>();
            concatMap((Integer item) -> pipeline)
                    .apply(outer)
                    .subscribe(new Carrier<>(TestSubscriber.requesting(1), asked));
            outer.send(1);
            assertThat(asked.subscribed).containsExactly(outer, source);
        }
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

    @Test
    void theCallbackIsToldOfADropBeforeTheContextWhichMayReleaseTheItem() {
        List<String> told = new ArrayList<>();
        StageContext releasing = new Deciding() {
            @Override
            public void dropped(Object item, DropReason reason) {
                told.add("released " + item);
            }
        };
        latest().onDropped((item, reason) -> told.add("told of " + item))
                .apply(source)
                .subscribe(new Carrier<>(subscriber, releasing));
        source.send(1, 2);
        assertThat(told).containsExactly("told of 1", "released 1");
    }

    @Test
    void aContextThatCannotTellItsTimerFailsTheSubscriber() {
        IllegalStateException error = new IllegalStateException("no timer");
        StageContext timeless = new Deciding() {
            @Override
            public Timer timer() {
                throw error;
            }
        };
        sample(Duration.ofSeconds(1)).apply(source).subscribe(new Carrier<>(subscriber, timeless));
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.breaches()).isEmpty();
    }
}
