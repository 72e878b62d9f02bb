package io.weir.internal;

import static io.weir.Operators.concatMap;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.switchMap;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.spi.Probe;
import io.weir.spi.StageSettings;
import io.weir.testkit.Drops;
import io.weir.testkit.Race;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** What the fast paths make of neighbours that re-enter, throw, or signal when they must not. */
class LaxNeighboursTest {
    private static final int ROUNDS = 1_000;

    private static TestSource<String> sendingWhenAsked(String item) {
        TestSource<String> source = new TestSource<>();
        AtomicBoolean sent = new AtomicBoolean();
        return source.onRequest(() -> {
            if (sent.compareAndSet(false, true)) {
                source.send(item);
            }
        });
    }

    // ------------------------------------------------------------------------------ re-entering inner streams

    @Test
    void anInnerStreamOfMergeMapThatSendsFromWithinItsOwnItemKeepsItsOrder() {
        TestSource<Integer> outer = new TestSource<>();
        TestSource<String> inner = new TestSource<>();
        AtomicBoolean began = new AtomicBoolean();
        inner.onRequest(() -> {
            if (began.compareAndSet(false, true)) {
                inner.send("1");
                inner.send("4");
                inner.complete();
            }
        });
        TestSubscriber<String> subscriber = TestSubscriber.requesting(10);
        subscriber.onNext(item -> {
            if (item.equals("1")) {
                inner.send("2", "3");
            }
        });
        mergeMap(4, (Integer n) -> (Publisher<String>) inner).apply(outer).subscribe(subscriber);
        outer.send(0);
        outer.complete();
        assertThat(subscriber.breaches()).isEmpty();
        assertThat(subscriber.items()).containsExactly("1", "2", "3", "4");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void anInnerStreamOfMergeMapThatCompletesFromWithinItsOwnItemDoesNotEndTheStreamThere() {
        TestSource<Integer> outer = new TestSource<>();
        TestSource<String> inner = sendingWhenAsked("1");
        TestSubscriber<String> subscriber = TestSubscriber.requesting(10);
        subscriber.onNext(item -> {
            outer.complete();
            inner.complete();
        });
        mergeMap(4, (Integer n) -> (Publisher<String>) inner).apply(outer).subscribe(subscriber);
        outer.send(0);
        assertThat(subscriber.breaches()).isEmpty();
        assertThat(subscriber.items()).containsExactly("1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void anotherStreamStartedFromWithinAnItemGetsItsTurn() {
        TestSource<Integer> outer = new TestSource<>();
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(Long.MAX_VALUE);
        subscriber.onNext(item -> {
            if (item == 0) {
                outer.send(1_000);
            }
        });
        mergeMap(4, (Integer n) -> Weir.range(n, 200)).apply(outer).subscribe(subscriber);
        outer.send(0);
        outer.complete();
        assertThat(subscriber.breaches()).isEmpty();
        assertThat(subscriber.items()).hasSize(400);
        assertThat(subscriber.items().indexOf(1_000))
                .as("the turn of the second")
                .isLessThan(10);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    // --------------------------------------------------------------------------------- requests that throw

    /** What a request may throw; the second only in languages whose compilers let it. */
    static Stream<Throwable> whatRequestsThrow() {
        return Stream.of(new IllegalStateException("request"), new IOException("request"));
    }

    @ParameterizedTest
    @MethodSource("whatRequestsThrow")
    void anUpstreamThatThrowsWhenItIsAskedDoesNotKeepTheLoop(Throwable thrown) {
        AtomicBoolean throwing = new AtomicBoolean();
        TestSource<Integer> outer = new TestSource<>();
        outer.onRequest(() -> {
            if (throwing.getAndSet(false)) {
                Faults.rethrow(thrown);
            }
        });
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(10);
        mergeMap(1, (Integer n) -> Weir.just(n)).apply(outer).subscribe(subscriber);
        throwing.set(true);
        assertThatThrownBy(() -> outer.send(1)).isSameAs(thrown);
        outer.send(2);
        outer.complete();
        assertThat(subscriber.items()).containsExactly(1, 2);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("whatRequestsThrow")
    void anInnerStreamThatThrowsWhenItIsAskedDoesNotHideWhatWaitsInOthers(Throwable thrown) {
        TestSource<TestSource<String>> outer = new TestSource<>();
        TestSource<String> a = new TestSource<>();
        TestSource<String> b = new TestSource<>();
        TestSource<String> c = new TestSource<>();
        TestSubscriber<String> subscriber = TestSubscriber.requesting(2);
        subscriber.onNext(item -> {
            if (item.equals("a1")) {
                b.send("b1");
                c.send("c1");
            }
        });
        mergeMap(FlattenOptions.defaults().concurrency(3).prefetch(1), (TestSource<String> s) -> (Publisher<String>) s)
                .apply(outer)
                .subscribe(subscriber);
        outer.send(a, b, c);
        b.onRequest(() -> Faults.rethrow(thrown));
        assertThatThrownBy(() -> a.send("a1")).isSameAs(thrown);
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("a1", "b1", "c1");
    }

    @Test
    void anInnerStreamThatThrowsWhenItIsAskedDoesNotHideThatUpstreamHasCompletedInTheMapper() {
        TestSource<TestSource<String>> outer = new TestSource<>();
        TestSource<String> a = new TestSource<>();
        TestSource<String> last = new TestSource<>();
        IllegalStateException thrown = new IllegalStateException("request");
        TestSubscriber<String> subscriber = TestSubscriber.requesting(10);
        subscriber.onNext(item -> {
            if (item.equals("one")) {
                a.send("a1");
            }
        });
        mergeMap(FlattenOptions.defaults().concurrency(2).prefetch(1), (TestSource<String> s) -> {
                    if (s == last) {
                        outer.complete();
                        return Weir.just("one");
                    }
                    return (Publisher<String>) s;
                })
                .apply(outer)
                .subscribe(subscriber);
        outer.send(a);
        a.onRequest(() -> Faults.rethrow(thrown));
        assertThatThrownBy(() -> outer.send(last)).isSameAs(thrown);
        assertThat(subscriber.items()).containsExactly("one", "a1");
        a.complete();
        assertThat(subscriber.isCompleted()).isTrue();
    }

    // ------------------------------------------------------------------------- cancellations that throw (§3.15)

    static Stream<Throwable> whatCancellationsThrow() {
        return Stream.of(new IllegalStateException("cancel"), new NoClassDefFoundError("cancel"));
    }

    private static Object thrown(RuntimeException error) {
        throw error;
    }

    @ParameterizedTest
    @MethodSource("whatCancellationsThrow")
    void anUpstreamThatThrowsWhenItIsCancelledDoesNotHideTheErrorThatItIsCancelledFor(Throwable inCancel) {
        IllegalStateException error = new IllegalStateException("mapper");
        TestSubscriber.WithContext<Object> subscriber = TestSubscriber.withContext(null);
        subscriber.onSubscribe(s -> s.request(10));
        TestSource<Integer> source = new TestSource<>();
        source.onCancel(() -> Faults.rethrow(inCancel));
        map((Integer item) -> thrown(error)).apply(source).subscribe(subscriber);
        source.send(1);
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.lateErrors()).containsExactly(inCancel);
    }

    @Test
    void anUpstreamThatCompletesWhenItIsCancelledDoesNotHideTheErrorThatItIsCancelledFor() {
        IllegalStateException error = new IllegalStateException("mapper");
        TestSubscriber<Object> subscriber = TestSubscriber.requesting(10);
        TestSource<Integer> source = new TestSource<>();
        source.onCancel(source::complete);
        map((Integer item) -> thrown(error)).apply(source).subscribe(subscriber);
        source.send(1);
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.isCompleted()).isFalse();
    }

    @Test
    void anUpstreamThatFailsWhenTakeHasEnoughIsTooLate() {
        IllegalStateException error = new IllegalStateException("upstream");
        TestSubscriber.WithContext<Integer> subscriber = TestSubscriber.withContext(null);
        subscriber.onSubscribe(s -> s.request(10));
        TestSource<Integer> source = new TestSource<>();
        source.onCancel(() -> {
            source.send(2);
            source.fail(error);
        });
        take(1).apply(source).subscribe(subscriber);
        source.send(1);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.lateErrors()).containsExactly(error);
        assertThat(subscriber.drops().all()).containsExactly(Drops.drop(2, DropReason.AFTER_TERMINATION));
    }

    @ParameterizedTest
    @MethodSource("whatCancellationsThrow")
    void anInnerStreamThatThrowsWhenItIsCancelledDoesNotKeepTheNextFromBeginning(Throwable inCancel) {
        TestSubscriber.WithContext<String> subscriber = TestSubscriber.withContext(null);
        subscriber.onSubscribe(s -> s.request(10));
        TestSource<TestSource<String>> outer = new TestSource<>();
        TestSource<String> old = new TestSource<>();
        old.onCancel(() -> Faults.rethrow(inCancel));
        TestSource<String> next = new TestSource<>();
        switchMap((TestSource<String> s) -> (Publisher<String>) s).apply(outer).subscribe(subscriber);
        outer.send(old, next);
        next.send("next");
        assertThat(subscriber.items()).containsExactly("next");
        assertThat(subscriber.lateErrors()).containsExactly(inCancel);
    }

    // ------------------------------------------------------------------------------------- second onSubscribe

    @Test
    void aSecondSubscriptionOfAnInnerStreamTakesNoDemand() {
        TestSource<Integer> outer = new TestSource<>();
        TestSource<String> inner = new TestSource<>();
        TestSource<String> second = new TestSource<>();
        Target target = new Target();
        Probe probe = new Probe() {
            @Override
            public void requested(long n) {
                Subscriber<? super String> s = target.subscriber;
                if (s != null) {
                    s.onSubscribe(second); // as another thread might, at this moment
                }
            }
        };
        TestSubscriber<String> subscriber = TestSubscriber.requesting(1);
        concatMap(FlattenOptions.defaults().with(StageSettings.NONE.probe(probe)), (Integer n) ->
                        (Publisher<String>) inner)
                .apply(outer)
                .subscribe(subscriber);
        outer.send(0);
        target.subscriber = inner.subscriber();
        subscriber.request(2);
        assertThat(second.isCancelled()).isTrue();
        assertThat(inner.requested()).isEqualTo(3);
    }

    private static final class Target {
        private volatile Subscriber<? super String> subscriber;
    }

    // ---------------------------------------------------------------------------------------------- late items

    @Test
    void anItemAfterCompletionIsNotTakenForAStreamWhenTheLastStreamEndsAtThatMoment() {
        for (int i = 0; i < 2 * ROUNDS; i++) {
            TestSource<Integer> outer = new TestSource<>();
            TestSource<String> inner = new TestSource<>();
            TestSubscriber.WithContext<String> subscriber = TestSubscriber.withContext(null);
            subscriber.onSubscribe(s -> s.request(10));
            AtomicInteger streams = new AtomicInteger();
            concatMap((Integer n) -> {
                        streams.incrementAndGet();
                        return n == 0 ? (Publisher<String>) inner : Weir.just("late");
                    })
                    .apply(outer)
                    .subscribe(subscriber);
            outer.send(0);
            outer.complete();
            int spins = i % 100;
            Race.between(
                    () -> {
                        for (int k = 0; k < spins; k++) {
                            Thread.onSpinWait();
                        }
                        outer.send(1);
                    },
                    inner::complete);
            assertThat(streams.get()).as("round %s", i).isEqualTo(1);
            assertThat(subscriber.items()).isEmpty();
            assertThat(subscriber.isCompleted()).isTrue();
            assertThat(subscriber.breaches()).isEmpty();
        }
    }

    // ---------------------------------------------------------------------------------------- re-entering source

    @Test
    void whatLatestReplacesWhileItPassesAnItemOnIsNotSeenByARequester() {
        for (int i = 0; i < 100; i++) {
            TestSource<Integer> source = new TestSource<>();
            TestSubscriber<Integer> subscriber = TestSubscriber.create();
            subscriber.onNext(item -> {
                if (item == 0) {
                    for (int n = 1; n < 2_000; n++) {
                        source.subscriber().onNext(n);
                    }
                }
            });
            latest().apply(source).subscribe(subscriber);
            subscriber.request(1);
            AtomicBoolean stop = new AtomicBoolean();
            Race.between(
                    () -> {
                        source.subscriber().onNext(0);
                        stop.set(true);
                    },
                    () -> {
                        while (!stop.get()) {
                            subscriber.request(1);
                        }
                    });
            subscriber.request(1);
            assertThat(subscriber.breaches()).as("round %s", i).isEmpty();
            assertThat(subscriber.items()).as("round %s", i).containsExactly(0, 1_999);
        }
    }
}
