package io.weir.flatten;

import static io.weir.Operators.mergeMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

class MergeMapOperatorTest {
    private final TestSource<TestSource<String>> source = new TestSource<>();
    private final TestSource<String> a = new TestSource<>();
    private final TestSource<String> b = new TestSource<>();
    private final TestSource<String> c = new TestSource<>();
    private final TestSubscriber<String> subscriber = TestSubscriber.create();
    private final TestSubscriber<Integer> subscriberOfInts = TestSubscriber.create();
    private final Drops drops = new Drops();

    private void merge(FlattenOptions options) {
        mergeMap(options.onDropped(drops), MergeMapOperatorTest::itself)
                .apply(source)
                .subscribe(subscriber);
    }

    private static Publisher<String> itself(TestSource<String> inner) {
        return inner;
    }

    private static FlattenOptions concurrency(int n) {
        return FlattenOptions.defaults().concurrency(n);
    }

    @Test
    void asManyStreamsRunAsAllowedAndOneMoreIsAskedForWhenOneCompletes() {
        merge(concurrency(2));
        assertThat(source.requested()).isEqualTo(2);
        source.send(a, b);
        assertThat(source.requested()).isEqualTo(2);
        a.complete();
        assertThat(source.requested()).isEqualTo(3);
    }

    @Test
    void aStreamIsNotReplacedBeforeItsItemsAreDelivered() {
        merge(concurrency(1));
        source.send(a);
        a.send("a1");
        a.complete();
        assertThat(source.requested()).isEqualTo(1);
        subscriber.request(1);
        assertThat(source.requested()).isEqualTo(2);
    }

    @Test
    void eachStreamIsAskedForItsPrefetchAndThenForThreeQuartersOfIt() {
        merge(concurrency(2).prefetch(4));
        subscriber.request(Long.MAX_VALUE);
        source.send(a);
        assertThat(a.requested()).isEqualTo(4);
        a.send("1", "2");
        assertThat(a.requested()).isEqualTo(4);
        a.send("3");
        assertThat(a.requested()).isEqualTo(7);
    }

    @Test
    void streamsTakeTurns() {
        merge(concurrency(3));
        source.send(a, b, c);
        a.send("a1", "a2", "a3");
        b.send("b1", "b2", "b3");
        c.send("c1");
        subscriber.request(7);
        assertThat(subscriber.items()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "b3");
    }

    @Test
    void turnsGoOnWhereDemandEnded() {
        merge(concurrency(3));
        source.send(a, b, c);
        a.send("a1", "a2");
        b.send("b1", "b2");
        c.send("c1", "c2");
        for (int i = 0; i < 6; i++) {
            subscriber.request(1);
        }
        assertThat(subscriber.items()).containsExactly("a1", "b1", "c1", "a2", "b2", "c2");
    }

    @Test
    void itCompletesWhenUpstreamAndAllStreamsHave() {
        merge(concurrency(2));
        subscriber.request(10);
        source.send(a, b);
        source.complete();
        a.complete();
        assertThat(subscriber.isEnded()).isFalse();
        b.send("b1");
        b.complete();
        assertThat(subscriber.items()).containsExactly("b1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void aFailingStreamCancelsAllAtOnceAndComesAfterWhatWaits() {
        merge(concurrency(2));
        source.send(a, b);
        b.send("b1");
        IllegalStateException error = new IllegalStateException("a");
        a.fail(error);
        assertThat(source.isCancelled()).isTrue();
        assertThat(b.isCancelled()).isTrue();
        assertThat(subscriber.error()).isNull();
        b.send("b2");
        assertThat(drops.all()).containsExactly(Drops.drop("b2", DropReason.FAILED));
        subscriber.request(5);
        assertThat(subscriber.items()).containsExactly("b1");
        assertThat(subscriber.error()).isSameAs(error);
    }

    @Test
    void aStreamIsNotCancelledFromWithinItsOwnEnd() {
        merge(concurrency(2));
        source.send(a);
        a.fail(new IllegalStateException("a"));
        assertThat(a.isCancelled()).as("§2.3").isFalse();
        assertThat(source.isCancelled()).isTrue();
    }

    @Test
    void aStreamMayFailAfterUpstreamHasCompleted() {
        merge(concurrency(2));
        source.send(a, b);
        source.complete();
        b.send("b1");
        IllegalStateException error = new IllegalStateException("a");
        a.fail(error);
        assertThat(b.isCancelled()).isTrue();
        subscriber.request(5);
        assertThat(subscriber.items()).containsExactly("b1");
        assertThat(subscriber.error()).isSameAs(error);
    }

    @Test
    void aFailingUpstreamCancelsTheStreamsAndComesAfterWhatWaits() {
        merge(concurrency(2));
        source.send(a);
        a.send("a1");
        IllegalStateException error = new IllegalStateException("upstream");
        source.fail(error);
        assertThat(a.isCancelled()).isTrue();
        subscriber.request(5);
        assertThat(subscriber.items()).containsExactly("a1");
        assertThat(subscriber.error()).isSameAs(error);
    }

    @Test
    void withDelayedErrorsTheOtherStreamsRunToTheirEnd() {
        merge(concurrency(2).delayErrors());
        subscriber.request(10);
        source.send(a, b);
        IllegalStateException first = new IllegalStateException("a");
        IllegalStateException second = new IllegalStateException("upstream");
        a.fail(first);
        source.fail(second);
        assertThat(b.isCancelled()).isFalse();
        b.send("b1");
        assertThat(subscriber.error()).isNull();
        b.complete();
        assertThat(subscriber.items()).containsExactly("b1");
        assertThat(subscriber.error()).isSameAs(first).hasSuppressedException(second);
    }

    @Test
    void withDelayedErrorsThatOfAStreamComesBeforeThatOfUpstream() {
        IllegalStateException ofUpstream = new IllegalStateException("upstream");
        IllegalStateException ofStream = new IllegalStateException("stream");
        merge(concurrency(2).delayErrors());
        source.send(a);
        source.fail(ofUpstream);
        a.fail(ofStream);
        assertThat(subscriber.error()).isSameAs(ofStream).hasSuppressedException(ofUpstream);
    }

    @Test
    void aMapperThatThrowsCancelsEverything() {
        IllegalStateException error = new IllegalStateException("mapper");
        mergeMap(concurrency(2).onDropped(drops), (TestSource<String> inner) -> {
                    if (inner == b) {
                        throw error;
                    }
                    return inner;
                })
                .apply(source)
                .subscribe(subscriber);
        source.send(a);
        a.send("a1");
        source.send(b);
        assertThat(source.isCancelled()).isTrue();
        assertThat(a.isCancelled()).isTrue();
        assertThat(drops.all()).containsExactly(Drops.drop(b, DropReason.FAILED));
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("a1");
        assertThat(subscriber.error()).isSameAs(error);
    }

    @Test
    void aMapperThatReturnsNullIsNamed() {
        mergeMap(2, (TestSource<String> inner) -> (Publisher<String>) null)
                .apply(source)
                .subscribe(subscriber);
        source.send(a);
        assertThat(subscriber.error()).isInstanceOf(NullPointerException.class).hasMessageContaining("mergeMap(2");
    }

    @Test
    void moreItemsThanThePrefetchOfAStreamAreNotKept() {
        merge(concurrency(1).prefetch(2));
        source.send(a);
        a.send("1", "2", "3");
        assertThat(drops.all()).containsExactly(Drops.drop("3", DropReason.NO_DEMAND));
    }

    @Test
    void manyStreamsMayRunAtOnce() {
        mergeMap(Integer.MAX_VALUE, MergeMapOperatorTest::itself).apply(source).subscribe(subscriber);
        assertThat(source.requested()).isEqualTo(Long.MAX_VALUE);
        List<TestSource<String>> streams =
                Stream.generate(TestSource<String>::new).limit(1_000).toList();
        streams.forEach(source::send);
        source.complete();
        streams.forEach(stream -> stream.send("x"));
        subscriber.request(Long.MAX_VALUE);
        streams.forEach(stream -> stream.send("y"));
        assertThat(subscriber.items()).hasSize(2_000);
        streams.forEach(TestSource::complete);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void cancelReachesEveryStream() {
        merge(concurrency(20));
        List<TestSource<String>> streams =
                Stream.generate(TestSource<String>::new).limit(20).toList();
        streams.forEach(source::send);
        streams.get(3).send("waits");
        subscriber.cancel();
        assertThat(streams).allMatch(TestSource::isCancelled);
        assertThat(drops.all()).containsExactly(Drops.drop("waits", DropReason.CANCELLED));
    }

    @Test
    void anErrorOfTheMachineInTheMapperCancelsEveryStreamAndWhatWaits() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("mapper");
        mergeMap(concurrency(3).onDropped(drops), (TestSource<String> inner) -> {
                    if (inner == b) {
                        throw fatal;
                    }
                    return inner;
                })
                .apply(source)
                .subscribe(subscriber);
        source.send(a);
        a.send("a1");
        assertThatThrownBy(() -> source.send(b)).isSameAs(fatal);
        assertThat(source.isCancelled()).isTrue();
        assertThat(a.isCancelled()).isTrue();
        assertThat(drops.all())
                .containsExactlyInAnyOrder(Drops.drop(b, DropReason.FAILED), Drops.drop("a1", DropReason.CANCELLED));
    }

    @Test
    void synchronousStreamsFlowAsDemanded() {
        mergeMap(4, (Integer n) -> Weir.range(n * 100, 100))
                .apply(Weir.range(0, 50))
                .subscribe(subscriberOfInts);
        for (int i = 0; i < 500; i++) {
            subscriberOfInts.request(10);
            assertThat(subscriberOfInts.items()).hasSize((i + 1) * 10);
        }
        assertThat(subscriberOfInts.isCompleted()).isTrue();
        assertThat(subscriberOfInts.items()).doesNotHaveDuplicates();
    }

    @Test
    void itHoldsAtMostThePrefetchOfEachStream() {
        assertThat(mergeMap(8, MergeMapOperatorTest::itself).mostWaiting()).isEqualTo(8 * 32);
        assertThat(mergeMap(concurrency(8).prefetch(3), MergeMapOperatorTest::itself)
                        .mostWaiting())
                .isEqualTo(24);
        assertThat(mergeMap(8, MergeMapOperatorTest::itself)).hasToString("mergeMap(8, mapper)");
        assertThat(mergeMap(concurrency(8).prefetch(3).delayErrors().named("m"), MergeMapOperatorTest::itself))
                .hasToString("mergeMap(defaults().concurrency(8).prefetch(3).delayErrors().named(\"m\"), mapper)");
    }

    @Test
    void badOptionsAreRefused() {
        assertThatThrownBy(() -> mergeMap(0, MergeMapOperatorTest::itself))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("concurrency must be at least 1, was 0");
        assertThatThrownBy(() -> FlattenOptions.defaults().prefetch(0))
                .hasMessage("prefetch must be at least 1, was 0");
        assertThatThrownBy(() -> mergeMap(FlattenOptions.defaults(), MergeMapOperatorTest::itself))
                .hasMessageContaining("mergeMap needs options with a concurrency");
        assertThatThrownBy(() -> mergeMap(2, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void whatWaitsIsReportedWhenAnErrorOfTheMachinePassesThroughOnNext() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("onNext");
        merge(concurrency(2));
        source.send(a, b);
        subscriber.onNext(item -> {
            b.send("b1");
            throw fatal;
        });
        subscriber.request(1);
        assertThatThrownBy(() -> a.send("a1")).isSameAs(fatal);
        subscriber.cancel();
        assertThat(drops.all()).containsExactly(Drops.drop("b1", DropReason.CANCELLED));
    }
}
