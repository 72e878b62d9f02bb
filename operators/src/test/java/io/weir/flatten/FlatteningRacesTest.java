package io.weir.flatten;

import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Weir;
import io.weir.testkit.Race;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import io.weir.testkit.VirtualTimer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** Meetings of two threads in the flattening operators that once went wrong, a thousand times each. */
class FlatteningRacesTest {
    private static final int ROUNDS = 1_000;

    private static final class Streams {
        private final TestSource<TestSource<String>> source = new TestSource<>();
        private final TestSource<String> a = new TestSource<>();
        private final TestSource<String> b = new TestSource<>();
        private final TestSubscriber.WithContext<String> subscriber = TestSubscriber.withContext(null);

        Streams() {
            subscriber.onSubscribe(s -> s.request(10));
        }

        Streams switching(FlattenOptions options) {
            switchMap(options, (TestSource<String> inner) -> (Publisher<String>) inner)
                    .apply(source)
                    .subscribe(subscriber);
            return this;
        }

        Streams merging(FlattenOptions options) {
            mergeMap(options.concurrency(4), (TestSource<String> inner) -> (Publisher<String>) inner)
                    .apply(source)
                    .subscribe(subscriber);
            return this;
        }
    }

    @Test
    void completionOfAnOldStreamDoesNotEndTheOneThatReplacesIt() {
        for (int i = 0; i < ROUNDS; i++) {
            Streams streams = new Streams().switching(FlattenOptions.defaults());
            streams.source.send(streams.a);
            Race.between(() -> streams.a.complete(), () -> {
                streams.source.send(streams.b);
                streams.source.complete();
            });
            assertThat(streams.subscriber.isEnded()).as("round %s", i).isFalse();
            streams.b.send("b1");
            streams.b.complete();
            assertThat(streams.subscriber.items()).containsExactly("b1");
            assertThat(streams.subscriber.isCompleted()).isTrue();
            assertThat(streams.subscriber.breaches()).isEmpty();
        }
    }

    @Test
    void aDelayedErrorIsNotForgottenWhenUpstreamCompletesAtThatMoment() {
        for (int i = 0; i < ROUNDS; i++) {
            Streams streams = new Streams().switching(FlattenOptions.defaults().delayErrors());
            streams.source.send(streams.a);
            IllegalStateException error = new IllegalStateException("a");
            Race.between(() -> streams.a.fail(error), streams.source::complete);
            assertThat(streams.subscriber.error()).as("round %s", i).isSameAs(error);
            assertThat(streams.subscriber.breaches()).isEmpty();
        }
    }

    @Test
    void aFailureIsNeverTakenForCompletion() {
        for (int i = 0; i < ROUNDS; i++) {
            IllegalStateException error = new IllegalStateException("a");
            Streams merging = new Streams().merging(FlattenOptions.defaults());
            merging.source.send(merging.a, merging.b);
            Race.between(() -> merging.a.fail(error), () -> {
                merging.b.send("b1");
                merging.b.complete();
            });
            assertThat(merging.subscriber.error()).as("round %s", i).isSameAs(error);
            assertThat(merging.subscriber.breaches()).isEmpty();
        }
    }

    @Test
    void aFailureOfOneOfTheLastTwoStreamsIsNeverTakenForCompletion() {
        for (int i = 0; i < ROUNDS; i++) {
            IllegalStateException error = new IllegalStateException("a");
            Streams merging = new Streams().merging(FlattenOptions.defaults());
            merging.source.send(merging.a, merging.b);
            merging.source.complete();
            Race.between(() -> merging.a.fail(error), merging.b::complete);
            assertThat(merging.subscriber.error()).as("round %s", i).isSameAs(error);
            assertThat(merging.subscriber.breaches()).isEmpty();
        }
    }

    @Test
    void aFailureOfAnOldStreamDoesNotOverlapTheItemsOfTheOneThatReplacesIt() {
        for (int i = 0; i < ROUNDS; i++) {
            IllegalStateException error = new IllegalStateException("a");
            Streams switching = new Streams().switching(FlattenOptions.defaults());
            switching.source.send(switching.a);
            Race.between(() -> switching.a.fail(error), () -> {
                switching.source.send(switching.b);
                if (switching.b.isSubscribed()) {
                    switching.b.send("b1", "b2", "b3");
                }
                switching.source.complete();
            });
            assertThat(switching.subscriber.isCompleted()).as("round %s", i).isFalse();
            if (switching.subscriber.error() == null) {
                assertThat(switching.subscriber.lateErrors()).containsExactly(error);
                assertThat(switching.subscriber.items()).containsExactly("b1", "b2", "b3");
            } else {
                assertThat(switching.subscriber.error()).isSameAs(error);
                assertThat(switching.subscriber.lateErrors()).isEmpty();
            }
            assertThat(switching.subscriber.breaches()).isEmpty();
        }
    }

    @Test
    void theLastTwoStreamsOfAMergeEndItOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            Streams streams = new Streams().merging(FlattenOptions.defaults());
            streams.source.send(streams.a, streams.b);
            streams.source.complete();
            Race.between(
                    () -> {
                        streams.a.send("a");
                        streams.a.complete();
                    },
                    () -> {
                        streams.b.send("b");
                        streams.b.complete();
                    });
            assertThat(streams.subscriber.items()).containsExactlyInAnyOrder("a", "b");
            assertThat(streams.subscriber.isCompleted()).as("round %s", i).isTrue();
            assertThat(streams.subscriber.breaches()).isEmpty();
        }
    }

    @Test
    void aStreamThatChangesThreadsWhileItIsSubscribedToKeepsItsOrder() {
        TestSource<Integer> outer = new TestSource<>();
        TestSubscriber<String> subscriber = TestSubscriber.requesting(10);
        Publisher<String> inner = s -> {
            TestSource<String> hand = new TestSource<>();
            hand.subscribe(s);
            Threads.runToEnd(new Thread(() -> hand.send("1")));
            hand.send("2");
            Threads.runToEnd(new Thread(() -> hand.send("3")));
            hand.send("4");
            hand.complete();
        };
        mergeMap(2, (Integer n) -> inner).apply(outer).subscribe(subscriber);
        outer.send(0);
        outer.complete();
        assertThat(subscriber.items()).containsExactly("1", "2", "3", "4");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void switchingDuringEveryItemNeedsAConstantStack() {
        int switches = 20_000;
        TestSource<Integer> outer = new TestSource<>();
        AtomicInteger sent = new AtomicInteger();
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(Long.MAX_VALUE);
        subscriber.onNext(item -> {
            if (sent.get() < switches) {
                outer.subscriber().onNext(sent.incrementAndGet());
            }
        });
        switchMap((Integer n) -> Weir.range(n, 2)).apply(outer).subscribe(subscriber);
        Threads.withSmallStack(() -> outer.send(0));
        assertThat(subscriber.items()).hasSize(switches + 2).isSorted();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void stagesWithinAnInnerStreamSeeTheContextOfTheSubscriber() {
        VirtualTimer timer = new VirtualTimer();
        TestSubscriber.WithContext<Integer> subscriber = TestSubscriber.withContext(timer);
        subscriber.onSubscribe(s -> s.request(10));
        TestSource<Integer> sampled = new TestSource<>();
        mergeMap(2, (Integer n) -> sample(Duration.ofSeconds(1)).apply(sampled))
                .apply(Weir.fromIterable(List.of(1)))
                .subscribe(subscriber);
        sampled.send(7, 8);
        timer.advance(Duration.ofSeconds(1));
        assertThat(subscriber.items()).containsExactly(8);
        assertThat(subscriber.drops().items()).containsExactly(7);
    }
}
