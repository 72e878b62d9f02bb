package io.weir.flatten;

import static io.weir.Operators.switchMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

class SwitchMapOperatorTest {
    private final TestSource<TestSource<String>> source = new TestSource<>();
    private final TestSource<String> a = new TestSource<>();
    private final TestSource<String> b = new TestSource<>();
    private final TestSource<String> c = new TestSource<>();
    private final TestSubscriber.WithContext<String> subscriber = TestSubscriber.withContext(null);
    private final Drops drops = new Drops();

    private void switching(FlattenOptions options) {
        switchMap(options.onDropped(drops), SwitchMapOperatorTest::itself)
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
    void theNewestStreamReplacesTheOneBefore() {
        switching(defaults());
        subscriber.request(10);
        source.send(a);
        a.send("a1");
        b.onRequest(() -> assertThat(a.isCancelled())
                .as("cancelled before the new one is subscribed to")
                .isTrue());
        source.send(b);
        assertThat(a.isCancelled()).isTrue();
        a.send("a2");
        b.send("b1");
        assertThat(subscriber.items()).containsExactly("a1", "b1");
        assertThat(drops.all()).containsExactly(Drops.drop("a2", DropReason.SUPERSEDED));
    }

    @Test
    void unusedDemandGoesToTheNewStreamOnce() {
        switching(defaults());
        subscriber.request(5);
        source.send(a);
        assertThat(a.requested()).isEqualTo(5);
        a.send("a1", "a2");
        source.send(b);
        assertThat(b.requested()).isEqualTo(3);
        subscriber.request(1);
        assertThat(b.requested()).isEqualTo(4);
        assertThat(a.requested()).isEqualTo(5);
    }

    @Test
    void unboundedDemandStaysUnbounded() {
        switching(defaults());
        subscriber.request(Long.MAX_VALUE);
        source.send(a);
        a.send("a1");
        source.send(b);
        assertThat(b.requested()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void itCompletesWhenUpstreamAndTheNewestStreamHave() {
        switching(defaults());
        subscriber.request(10);
        source.send(a, b);
        a.complete();
        b.complete();
        assertThat(subscriber.isEnded()).isFalse();
        source.complete();
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void itCompletesWithTheNewestStreamWhenUpstreamHasCompleted() {
        switching(defaults());
        subscriber.request(10);
        source.send(a);
        source.complete();
        assertThat(subscriber.isEnded()).isFalse();
        a.send("a1");
        a.complete();
        assertThat(subscriber.items()).containsExactly("a1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void anErrorOfTheNewestStreamEndsEverything() {
        switching(defaults());
        source.send(a);
        IllegalStateException error = new IllegalStateException("a");
        a.fail(error);
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(source.isCancelled()).isTrue();
    }

    @Test
    void aStreamIsNotCancelledFromWithinItsOwnEnd() {
        switching(defaults());
        source.send(a);
        a.fail(new IllegalStateException("a"));
        assertThat(a.isCancelled()).as("§2.3").isFalse();
        assertThat(source.isCancelled()).isTrue();
    }

    @Test
    void theNewestStreamMayFailAfterUpstreamHasCompleted() {
        switching(defaults());
        source.send(a);
        source.complete();
        IllegalStateException error = new IllegalStateException("a");
        a.fail(error);
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.lateErrors()).isEmpty();
    }

    @Test
    void anErrorOfAnOldStreamIsLate() {
        switching(defaults());
        source.send(a, b);
        IllegalStateException error = new IllegalStateException("a");
        a.fail(error);
        assertThat(subscriber.isEnded()).isFalse();
        assertThat(subscriber.lateErrors()).containsExactly(error);
    }

    @Test
    void anErrorOfAStreamThatIsReplacedBeforeItsTurnIsLate() {
        switching(defaults());
        IllegalStateException error = new IllegalStateException("b");
        subscriber.onNext(item -> {
            if (item.equals("a1")) {
                source.send(b);
                b.fail(error);
                source.send(c);
            }
        });
        subscriber.request(10);
        source.send(a);
        a.send("a1");
        c.send("c1");
        assertThat(subscriber.items()).containsExactly("a1", "c1");
        assertThat(subscriber.lateErrors()).containsExactly(error);
        assertThat(subscriber.isEnded()).isFalse();
    }

    @Test
    void anErrorFromUpstreamCancelsTheStream() {
        switching(defaults());
        source.send(a);
        IllegalStateException error = new IllegalStateException("upstream");
        source.fail(error);
        assertThat(a.isCancelled()).isTrue();
        assertThat(subscriber.error()).isSameAs(error);
    }

    @Test
    void withDelayedErrorsTheNextStreamsRun() {
        switching(defaults().delayErrors());
        subscriber.request(10);
        IllegalStateException first = new IllegalStateException("a");
        IllegalStateException second = new IllegalStateException("upstream");
        source.send(a);
        a.fail(first);
        source.send(b);
        source.fail(second);
        assertThat(b.isCancelled()).isFalse();
        b.send("b1");
        b.complete();
        assertThat(subscriber.items()).containsExactly("b1");
        assertThat(subscriber.error()).isSameAs(first).hasSuppressedException(second);
    }

    @Test
    void aSwitchFromWithinOnNextTakesEffectAfterIt() {
        switching(defaults());
        subscriber.onNext(item -> {
            if (item.equals("a1")) {
                source.send(b);
                assertThat(b.requested()).as("asked only when onNext is done").isZero();
                source.send(c);
            }
        });
        subscriber.request(10);
        source.send(a);
        a.send("a1");
        assertThat(a.isCancelled()).isTrue();
        assertThat(b.isCancelled()).isTrue();
        assertThat(b.requested()).isZero();
        assertThat(c.requested()).isEqualTo(9);
        c.send("c1");
        assertThat(subscriber.items()).containsExactly("a1", "c1");
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void aSwitchFromWithinOnNextOfASynchronousStreamTakesEffectAfterIt() {
        TestSource<Integer> numbers = new TestSource<>();
        TestSubscriber<Integer> receiver = TestSubscriber.requesting(10);
        receiver.onNext(item -> {
            if (item == 10) {
                numbers.send(20);
            }
        });
        switchMap((Integer n) -> Weir.range(n, 3)).apply(numbers).subscribe(receiver);
        numbers.send(10);
        assertThat(receiver.items()).containsExactly(10, 20, 21, 22);
        assertThat(receiver.breaches()).isEmpty();
        numbers.complete();
        assertThat(receiver.isCompleted()).isTrue();
    }

    @Test
    void aSwitchWhileTheOldStreamIsInOnNextOnAnotherThreadWaitsForNobody() {
        switching(defaults());
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        subscriber.onNext(item -> {
            if (item.equals("a1")) {
                stuck.countDown();
                Threads.await(free);
            }
        });
        subscriber.request(10);
        source.send(a);
        Thread sender = Threads.start(() -> a.send("a1"));
        Threads.await(stuck);
        Threads.runToEnd(new Thread(() -> source.send(b)));
        assertThat(a.isCancelled()).isTrue();
        assertThat(b.isSubscribed()).isTrue();
        assertThat(b.requested()).isZero();
        free.countDown();
        Threads.join(sender);
        assertThat(b.requested()).isEqualTo(9);
        b.send("b1");
        assertThat(subscriber.items()).containsExactly("a1", "b1");
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void anErrorWhileTheOldStreamIsInOnNextComesAfterIt() {
        switching(defaults());
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        subscriber.onNext(item -> {
            stuck.countDown();
            Threads.await(free);
        });
        subscriber.request(10);
        source.send(a);
        Thread sender = Threads.start(() -> a.send("a1"));
        Threads.await(stuck);
        IllegalStateException error = new IllegalStateException("upstream");
        Threads.runToEnd(new Thread(() -> source.fail(error)));
        assertThat(subscriber.isEnded()).isFalse();
        free.countDown();
        Threads.join(sender);
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void aMapperThatThrowsCancelsTheRunningStream() {
        IllegalStateException error = new IllegalStateException("mapper");
        switchMap(defaults().onDropped(drops), (TestSource<String> inner) -> {
                    if (inner == b) {
                        throw error;
                    }
                    return inner;
                })
                .apply(source)
                .subscribe(subscriber);
        source.send(a, b);
        assertThat(a.isCancelled()).isTrue();
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(drops.all()).containsExactly(Drops.drop(b, DropReason.FAILED));
    }

    @Test
    void anErrorOfTheMachineInTheMapperCancelsTheRunningStream() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("mapper");
        switchMap((TestSource<String> inner) -> {
                    if (inner == b) {
                        throw fatal;
                    }
                    return inner;
                })
                .apply(source)
                .subscribe(subscriber);
        source.send(a);
        assertThatThrownBy(() -> source.send(b)).isSameAs(fatal);
        assertThat(a.isCancelled()).isTrue();
        assertThat(source.isCancelled()).isTrue();
    }

    @Test
    void nothingWaits() {
        assertThat(switchMap(SwitchMapOperatorTest::itself).mostWaiting()).isZero();
        assertThat(switchMap(SwitchMapOperatorTest::itself)).hasToString("switchMap(mapper)");
    }

    @Test
    void optionsWithoutMeaningAreRefused() {
        assertThatThrownBy(() -> switchMap(defaults().prefetch(2), SwitchMapOperatorTest::itself))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prefetch must not be given, was 2");
        assertThatThrownBy(() -> switchMap(defaults().concurrency(2), SwitchMapOperatorTest::itself))
                .hasMessageContaining("was 2");
    }
}
