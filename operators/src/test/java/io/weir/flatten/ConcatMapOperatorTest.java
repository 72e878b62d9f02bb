package io.weir.flatten;

import static io.weir.Operators.concatMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.spi.StageState;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

class ConcatMapOperatorTest {
    private final TestSource<TestSource<String>> source = new TestSource<>();
    private final TestSource<String> a = new TestSource<>();
    private final TestSource<String> b = new TestSource<>();
    private final TestSubscriber<String> subscriber = TestSubscriber.create();
    private final Drops drops = new Drops();

    private void concat(FlattenOptions options) {
        concatMap(options.onDropped(drops), ConcatMapOperatorTest::itself)
                .apply(source)
                .subscribe(subscriber);
    }

    private static Publisher<String> itself(TestSource<String> inner) {
        return inner;
    }

    private static FlattenOptions defaults() {
        return FlattenOptions.defaults();
    }

    @Test
    void oneStreamRunsAtATimeAndOneItemIsAskedForAtATime() {
        concat(defaults());
        subscriber.request(10);
        assertThat(source.requested()).isEqualTo(1);
        source.send(a);
        assertThat(source.requested()).isEqualTo(1);
        a.send("a1");
        a.complete();
        assertThat(source.requested()).isEqualTo(2);
        source.send(b);
        b.send("b1");
        source.complete();
        assertThat(subscriber.isEnded()).isFalse();
        b.complete();
        assertThat(subscriber.items()).containsExactly("a1", "b1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void aStreamIsAskedForExactlyWhatIsStillWanted() {
        concat(defaults());
        subscriber.request(3);
        source.send(a);
        assertThat(a.requested()).isEqualTo(3);
        a.send("a1");
        subscriber.request(2);
        assertThat(a.requested()).isEqualTo(5);
        a.complete();
        source.send(b);
        assertThat(b.requested()).isEqualTo(4);
    }

    @Test
    void withAPrefetchItemsWaitForTheirTurn() {
        concat(defaults().prefetch(2));
        subscriber.request(10);
        assertThat(source.requested()).isEqualTo(2);
        source.send(a, b);
        assertThat(b.isSubscribed()).isFalse();
        a.complete();
        assertThat(b.isSubscribed()).isTrue();
        assertThat(source.requested()).isEqualTo(3);
    }

    @Test
    void anErrorFromUpstreamKeepsItsPlaceInTheSequence() {
        concat(defaults().prefetch(2));
        subscriber.request(10);
        IllegalStateException error = new IllegalStateException("upstream");
        source.send(a, b);
        source.fail(error);
        a.send("a1");
        a.complete();
        b.send("b1");
        assertThat(subscriber.error()).isNull();
        b.complete();
        assertThat(subscriber.items()).containsExactly("a1", "b1");
        assertThat(subscriber.error()).isSameAs(error);
    }

    @Test
    void aFailingStreamCancelsUpstreamAndWhatWaitsIsReported() {
        concat(defaults().prefetch(2));
        subscriber.request(10);
        IllegalStateException error = new IllegalStateException("a");
        source.send(a, b);
        a.fail(error);
        assertThat(source.isCancelled()).isTrue();
        assertThat(b.isSubscribed()).isFalse();
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(drops.all()).containsExactly(Drops.drop(b, DropReason.FAILED));
    }

    @Test
    void withDelayedErrorsTheNextStreamsRun() {
        concat(defaults().delayErrors());
        subscriber.request(10);
        IllegalStateException first = new IllegalStateException("a");
        IllegalStateException second = new IllegalStateException("upstream");
        source.send(a);
        a.fail(first);
        source.send(b);
        b.send("b1");
        source.fail(second);
        b.complete();
        assertThat(subscriber.items()).containsExactly("b1");
        assertThat(subscriber.error()).isSameAs(first).hasSuppressedException(second);
    }

    @Test
    void aMapperThatThrowsFailsTheStreamAndWhatWaitsIsReported() {
        IllegalStateException error = new IllegalStateException("mapper");
        TestSource<TestSource<String>> own = source;
        concatMap(defaults().prefetch(3).onDropped(drops), (TestSource<String> inner) -> {
                    if (inner == b) {
                        throw error;
                    }
                    return inner;
                })
                .apply(own)
                .subscribe(subscriber);
        subscriber.request(1);
        TestSource<String> c = new TestSource<>();
        own.send(a, b, c);
        a.complete();
        assertThat(own.isCancelled()).isTrue();
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(drops.all()).containsExactly(Drops.drop(b, DropReason.FAILED), Drops.drop(c, DropReason.FAILED));
    }

    @Test
    void aStreamIsNotCancelledFromWithinItsOwnEnd() {
        concat(defaults());
        source.send(a);
        a.fail(new IllegalStateException("a"));
        assertThat(a.isCancelled()).as("§2.3").isFalse();
        assertThat(source.isCancelled()).isTrue();
    }

    @Test
    void aStreamMayFailAfterUpstreamHasCompleted() {
        concat(defaults());
        source.send(a);
        source.complete();
        IllegalStateException error = new IllegalStateException("a");
        a.fail(error);
        assertThat(subscriber.error()).isSameAs(error);
    }

    @Test
    void aMapperThatReturnsNullIsNamed() {
        concatMap((TestSource<String> inner) -> (Publisher<String>) null)
                .apply(source)
                .subscribe(subscriber);
        source.send(a);
        assertThat(subscriber.error()).isInstanceOf(NullPointerException.class).hasMessageContaining("concatMap(");
        assertThat(source.isCancelled()).isTrue();
    }

    @Test
    void cancelReachesTheRunningStream() {
        concat(defaults().prefetch(2));
        source.send(a, b);
        subscriber.cancel();
        assertThat(a.isCancelled()).isTrue();
        assertThat(source.isCancelled()).isTrue();
        assertThat(drops.all()).containsExactly(Drops.drop(b, DropReason.CANCELLED));
    }

    @Test
    void aStreamThatSendsWithoutDemandIsNotPassedOn() {
        concat(defaults());
        subscriber.request(1);
        source.send(a);
        a.send("1", "2");
        assertThat(subscriber.items()).containsExactly("1");
        assertThat(drops.all()).containsExactly(Drops.drop("2", DropReason.NO_DEMAND));
    }

    @Test
    void aCallbackThatThrowsOnAnItemOfAStreamCancelsThatAndEndsAllAtOnce() {
        IllegalStateException error = new IllegalStateException("callback");
        concat(defaults().prefetch(2).onDropped((item, reason) -> {
            if (item.equals("1")) {
                throw error;
            }
        }));
        source.send(a, b);
        a.send("1");
        assertThat(a.isCancelled()).isTrue();
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.error()).isSameAs(error);
        a.send("2");
        assertThat(drops.all())
                .containsExactly(
                        Drops.drop("1", DropReason.NO_DEMAND),
                        Drops.drop(b, DropReason.FAILED),
                        Drops.drop("2", DropReason.FAILED));
    }

    @Test
    void aStreamThatSendsAfterItsEndIsNotPassedOn() {
        concat(defaults());
        subscriber.request(10);
        source.send(a);
        a.complete();
        source.send(b);
        a.send("late");
        a.complete();
        b.send("b1");
        assertThat(subscriber.items()).containsExactly("b1");
        assertThat(drops.all()).containsExactly(Drops.drop("late", DropReason.AFTER_TERMINATION));
    }

    @Test
    void synchronousStreamsFlowAsDemanded() {
        TestSubscriber<Integer> numbers = TestSubscriber.create();
        concatMap((Integer n) -> Weir.range(n * 10, 10))
                .apply(Weir.range(0, 100))
                .subscribe(numbers);
        for (int i = 0; i < 1_000; i++) {
            numbers.request(1);
            assertThat(numbers.items()).hasSize(i + 1);
        }
        assertThat(numbers.items()).isSorted();
        assertThat(numbers.isCompleted()).isTrue();
    }

    @Test
    void itHoldsAtMostThePrefetch() {
        assertThat(concatMap(ConcatMapOperatorTest::itself).mostWaiting()).isEqualTo(1);
        assertThat(concatMap(defaults().prefetch(5), ConcatMapOperatorTest::itself)
                        .mostWaiting())
                .isEqualTo(5);
        assertThat(concatMap(ConcatMapOperatorTest::itself)).hasToString("concatMap(mapper)");
    }

    @Test
    void aConcurrencyIsRefused() {
        assertThatThrownBy(() -> concatMap(defaults().concurrency(2), ConcatMapOperatorTest::itself))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("concurrency must be 1 or not given, was 2");
    }

    @Test
    void anErrorOfTheMachineInTheMapperCancelsWhatWaits() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("mapper");
        concatMap(defaults().prefetch(3).onDropped(drops), (TestSource<String> inner) -> {
                    if (inner == b) {
                        throw fatal;
                    }
                    return inner;
                })
                .apply(source)
                .subscribe(subscriber);
        TestSource<String> c = new TestSource<>();
        source.send(a, b, c);
        assertThatThrownBy(a::complete).isSameAs(fatal);
        assertThat(source.isCancelled()).isTrue();
        assertThat(drops.all())
                .containsExactlyInAnyOrder(Drops.drop(b, DropReason.FAILED), Drops.drop(c, DropReason.CANCELLED));
    }

    @Test
    void anUpstreamErrorThatStillWaitsIsAttachedToTheErrorThatEndsTheStream() {
        for (boolean byTheMapper : new boolean[] {true, false}) {
            RuntimeException first = new RuntimeException("upstream");
            RuntimeException second = new RuntimeException("after it");
            TestSource<Integer> outer = new TestSource<>();
            TestSource<Integer> running = new TestSource<>();
            TestSubscriber<Integer> receiver = TestSubscriber.requesting(5);
            concatMap(FlattenOptions.defaults().prefetch(3), (Integer item) -> {
                        if (item == 2) {
                            throw second;
                        }
                        return running;
                    })
                    .apply(outer)
                    .subscribe(receiver);
            outer.send(1, 2);
            outer.fail(first);
            assertThat(receiver.isEnded()).isFalse();
            if (byTheMapper) {
                running.complete();
            } else {
                running.fail(second);
            }
            assertThat(receiver.error()).isSameAs(second).hasSuppressedException(first);
            assertThat(((StageState) receiver.subscription()).failure()).isNull();
        }
    }
}
