package io.weir.flatten;

import static io.weir.Operators.mergeMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** What may happen while {@code mergeMap} makes a stream of an item, and subscribes to it. */
class MergeMapSubscriptionTest {
    private final TestSource<TestSource<String>> source = new TestSource<>();
    private final TestSource<String> a = new TestSource<>();
    private final TestSource<String> b = new TestSource<>();
    private final TestSource<String> c = new TestSource<>();
    private final TestSubscriber<String> subscriber = TestSubscriber.create();
    private final Drops drops = new Drops();

    private void merge(FlattenOptions options, Function<TestSource<String>, Publisher<String>> mapper) {
        mergeMap(options.onDropped(drops), mapper).apply(source).subscribe(subscriber);
    }

    private static FlattenOptions concurrency(int n) {
        return FlattenOptions.defaults().concurrency(n);
    }

    @Test
    void anItemThatComesWhileUpstreamReentersInSubscribeWaitsForItsDemandAndKeepsItsPlace() {
        merge(
                concurrency(2).prefetch(4),
                inner -> inner == b
                        ? b
                        : s -> {
                            a.subscribe(s);
                            source.send(b);
                            a.send("a1");
                        });
        source.send(a);
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("a1");
        a.send("a2");
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("a1", "a2");
    }

    @Test
    void anItemThatComesWithoutDemandFromWithinTheMapperIsDropped() {
        merge(concurrency(1), inner -> {
            if (inner == a) {
                source.send(b);
            }
            return inner;
        });
        source.send(a);
        assertThat(drops.all()).containsExactly(Drops.drop(b, DropReason.NO_DEMAND));
        a.complete();
        source.send(c);
        assertThat(drops.all()).hasSize(1);
        assertThat(c.isSubscribed()).isTrue();
    }

    @Test
    void whatWaitsIsReportedWhenAnErrorOfTheMachinePassesThroughASubscription() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("mapper");
        merge(concurrency(3), inner -> {
            if (inner == c) {
                throw fatal;
            }
            return inner == a ? Weir.fromIterable(List.of("a1")) : inner;
        });
        subscriber.request(1);
        subscriber.onNext(item -> {
            source.send(b);
            b.send("b1");
            source.send(c);
        });
        assertThatThrownBy(() -> source.send(a)).isSameAs(fatal);
        assertThat(b.isCancelled()).isTrue();
        assertThat(drops.all())
                .containsExactlyInAnyOrder(Drops.drop(c, DropReason.FAILED), Drops.drop("b1", DropReason.CANCELLED));
    }

    @Test
    void aStreamWhoseSubscribeWaitsUntilItsItemsAreConsumedIsNotStalled() {
        subscriber.onSubscribe(s -> s.request(Long.MAX_VALUE));
        merge(concurrency(2).prefetch(4), inner -> s -> {
            inner.subscribe(s);
            Threads.runToEnd(new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    inner.send("a" + i);
                }
            }));
        });
        source.send(a);
        assertThat(subscriber.items()).hasSize(100);
        assertThat(a.outstanding()).isPositive();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void theErrorOfAStreamOnAnotherThreadDoesNotWaitUntilItIsSubscribedTo() {
        IllegalStateException error = new IllegalStateException("a");
        AtomicReference<Throwable> seenMeanwhile = new AtomicReference<>();
        merge(concurrency(2), inner -> s -> {
            inner.subscribe(s);
            Threads.runToEnd(new Thread(() -> inner.fail(error)));
            seenMeanwhile.set(subscriber.error());
        });
        source.send(a);
        assertThat(seenMeanwhile).hasValue(error);
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void aStreamThatEndsWhileItIsSubscribedToWithinAnotherSubscriptionFreesNothingButItsOwn() {
        TestSource<String> d = new TestSource<>();
        CountDownLatch inItem = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Thread emitting = new Thread(() -> c.send("c1"));
        subscriber.onNext(item -> {
            if (item.equals("c1")) {
                inItem.countDown();
                Threads.await(mayGoOn);
            }
        });
        merge(concurrency(4), inner -> s -> {
            inner.subscribe(s);
            if (inner == a) {
                Threads.runToEnd(new Thread(a::complete));
                source.send(b); // upstream re-enters
                emitting.start();
                Threads.await(inItem);
            } else if (inner == b) {
                source.send(c);
                b.complete();
            }
        });
        subscriber.request(10);
        source.send(a);
        source.send(d);
        d.send("d1");
        mayGoOn.countDown();
        Threads.join(emitting);
        assertThat(subscriber.items()).containsExactly("c1", "d1");
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void demandThatComesWhileAStreamIsSubscribedToIsMet() {
        merge(concurrency(2), inner -> s -> {
            inner.subscribe(s);
            inner.send("1", "2");
            Threads.runToEnd(new Thread(() -> subscriber.request(1)));
            assertThat(subscriber.items()).containsExactly("1");
            inner.send("3");
            subscriber.request(1);
            assertThat(subscriber.items()).containsExactly("1", "2");
        });
        source.send(a);
        assertThat(subscriber.items()).containsExactly("1", "2");
        assertThat(subscriber.error()).isNull();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void aPublisherThatThrowsInSubscribeHasFailed() {
        IllegalStateException error = new IllegalStateException("subscribe");
        merge(concurrency(2), inner -> s -> {
            throw error;
        });
        source.send(a);
        assertThat(subscriber.error()).isSameAs(error);
    }
}
