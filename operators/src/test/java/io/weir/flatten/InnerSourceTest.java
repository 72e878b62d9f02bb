package io.weir.flatten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.Operators;
import io.weir.Weir;
import io.weir.testkit.RecordingProbe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;

/** Inner streams that are sources of this library, from which flattening stages take items without subscribing. */
class InnerSourceTest extends InnerSources {
    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @EnumSource
    void itsItemsAreEmittedAtOnceAsFarAsTheyAreDemanded(Flattening flattening) {
        Items items = new Items(5);
        flatten(flattening, items::of);
        subscriber.request(3);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2");
        assertThat(items.taken).isLessThanOrEqualTo(flattening == Flattening.MERGE ? 5 : 3);
        source.complete();
        assertThat(subscriber.isEnded()).isFalse();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "a3");
        subscriber.request(5);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "a3", "a4");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(drops.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void withoutDemandNothingIsEmitted(Flattening flattening) {
        Items items = new Items(2);
        flatten(flattening, items::of);
        source.send("a");
        assertThat(subscriber.items()).isEmpty();
        assertThat(items.taken).isLessThanOrEqualTo(flattening == Flattening.MERGE ? 2 : 0);
        subscriber.request(2);
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theLastItemThatIsDemandedEndsItWithoutMoreDemand(Flattening flattening) {
        flatten(flattening, new Items(2)::of);
        subscriber.request(2);
        source.send("a");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void oneSourceFollowsTheOther(Flattening flattening) {
        flatten(flattening, new Items(2)::of);
        subscriber.request(Long.MAX_VALUE);
        source.send("a", "b", "c");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "a1", "b0", "b1", "c0", "c1");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(source.requested()).isGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptySourceIsPassedOver(Flattening flattening) {
        flatten(flattening, letter -> Weir.fromIterable(letter.equals("b") ? List.of() : List.of(letter)));
        subscriber.request(2);
        source.send("a", "b", "c");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a", "c");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void itIsAccountedForAsAStream(Flattening flattening) {
        RecordingProbe probe = new RecordingProbe();
        flatten(flattening, FlattenOptions.defaults().probe(probe), new Items(2)::of);
        subscriber.request(2);
        source.send("a");
        assertThat(probe.expanded()).containsExactly("a");
        assertThat(probe.received()).containsExactly("a", "a0", "a1");
        assertThat(probe.emitted()).containsExactly("a0", "a1");
    }

    @ParameterizedTest
    @EnumSource
    void afterACancellationWithinAnItemNothingIsTaken(Flattening flattening) {
        Items items = new Items(5);
        subscriber.onNext(item -> {
            if (item.equals("a1")) {
                subscriber.cancel();
            }
        });
        flatten(flattening, items::of);
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(items.taken).isEqualTo(2);
        assertThat(source.isCancelled()).isTrue();
        assertThat(drops.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anInvalidRequestWithinAnItemEndsTheStreamAfterIt(Flattening flattening) {
        refusedWithinAnItem(flattening, 10);
    }

    @ParameterizedTest
    @EnumSource
    void theSameWhenTheDemandIsUnbounded(Flattening flattening) {
        refusedWithinAnItem(flattening, Long.MAX_VALUE);
    }

    private void refusedWithinAnItem(Flattening flattening, long demand) {
        Items items = new Items(5);
        subscriber.onNext(item -> subscriber.request(0));
        flatten(flattening, items::of);
        subscriber.request(demand);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0");
        assertThat(subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("§3.9");
        assertThat(items.taken).isEqualTo(1);
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatItFailsWithEndsTheStreamAfterItsItems(Flattening flattening) {
        IllegalStateException failure = new IllegalStateException("the third");
        flatten(flattening, new Items(5, 2, () -> {
            throw failure;
        })::of);
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(subscriber.error()).isSameAs(failure);
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatItFailsWithIsKeptForTheEndIfErrorsAreDelayed(Flattening flattening) {
        IllegalStateException failure = new IllegalStateException("the third");
        flatten(flattening, FlattenOptions.defaults().delayErrors(), new Items(5, 2, () -> {
            throw failure;
        })::of);
        subscriber.request(10);
        source.send("a", "b");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "a1", "b0", "b1");
        assertThat(subscriber.error()).isSameAs(failure);
    }

    @ParameterizedTest
    @EnumSource
    void anIterableThatHasNoIteratorFails(Flattening flattening) {
        IllegalStateException failure = new IllegalStateException("no iterator");
        flatten(
                flattening,
                letter -> Weir.fromIterable(() -> {
                    throw failure;
                }));
        source.send("a"); // no demand is needed
        assertThat(subscriber.error()).isSameAs(failure);
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheMachineFailsWithIsRethrown(Flattening flattening) {
        InternalError failure = new InternalError("of the machine");
        flatten(flattening, new Items(5, 1, () -> {
            throw failure;
        })::of);
        subscriber.request(10);
        assertThatThrownBy(() -> source.send("a")).isSameAs(failure);
        assertThat(subscriber.items()).containsExactly("a0");
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.isEnded()).isFalse(); // what no stream can carry went up
    }

    @ParameterizedTest
    @EnumSource
    void whatTheMachineFailsWithInAnIterableIsRethrown(Flattening flattening) {
        InternalError failure = new InternalError("of the machine");
        flatten(
                flattening,
                letter -> Weir.fromIterable(() -> {
                    throw failure;
                }));
        subscriber.request(10);
        assertThatThrownBy(() -> source.send("a")).isSameAs(failure);
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.isEnded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriberThatThrowsStopsIt(Flattening flattening) {
        Items items = new Items(5);
        IllegalStateException failure = new IllegalStateException("of the subscriber");
        subscriber.onNext(item -> {
            throw failure;
        });
        flatten(flattening, items::of);
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.lateErrors()).containsExactly(failure);
        assertThat(items.taken).isEqualTo(1);
        assertThat(source.isCancelled()).isTrue();
    }

    @Test
    void whatUpstreamThrowsWhenItIsAskedForMoreLeavesNothingLying() {
        IllegalStateException failure = new IllegalStateException("of upstream's request");
        TestSource<Object> first = new TestSource<>();
        Items items = new Items(1);
        flatten(Flattening.CONCAT_AHEAD, letter -> letter.equals("first") ? first : items.of(letter));
        subscriber.request(10);
        source.send("first", "a", "b", "c");
        source.onRequest(() -> {
            throw failure;
        });
        first.complete();
        assertThat(subscriber.items()).containsExactly("a0", "b0", "c0");
        assertThat(subscriber.lateErrors()).contains(failure);
    }

    /** Items a0, a1 and so on, and then it waits to be let go. */
    private static final class Waiting {
        final CountDownLatch waits = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);

        Publisher<Object> after(int items) {
            return Weir.fromIterable(() -> new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    if (next == items) {
                        waits.countDown();
                        Threads.await(letGo);
                    }
                    return next <= items;
                }

                @Override
                public Object next() {
                    return "a" + next++;
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRestThatTakesItsTimeDoesNotHoldBackWhatItHasGiven(Flattening flattening) {
        Waiting waiting = new Waiting();
        flatten(flattening, letter -> waiting.after(3));
        subscriber.request(flattening == Flattening.MERGE ? 1 : 3);
        Thread upstream = Threads.start(() -> source.send("a"));
        Threads.await(waiting.waits);
        subscriber.request(5);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2");
        waiting.letGo.countDown();
        Threads.join(upstream);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "a3");
    }

    @ParameterizedTest
    @EnumSource(names = {"MERGE", "SWITCH"})
    void aSourceThatTakesItsTimeDoesNotHoldBackWhatCameFromWithinItsItem(Flattening flattening) {
        Waiting waiting = new Waiting();
        Items items = new Items(2);
        subscriber.onNext(item -> {
            if (item.equals("a0")) {
                source.send("b");
            }
        });
        flatten(flattening, letter -> letter.equals("b") ? items.of("b") : waiting.after(1));
        subscriber.request(10);
        Thread upstream = Threads.start(() -> source.send("a"));
        if (flattening == Flattening.MERGE) {
            Threads.await(waiting.waits);
        } else {
            Threads.join(upstream); // what is superseded is not asked any more
        }
        assertThat(subscriber.items()).containsExactly("a0", "b0", "b1");
        waiting.letGo.countDown();
        Threads.join(upstream);
        source.complete();
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void mergeMapGivesItNoMoreThanItsTurnBesideAnotherStream() {
        TestSource<Object> other = new TestSource<>();
        Items items = new Items(3);
        flatten(Flattening.MERGE, letter -> letter.equals("other") ? other : items.of(letter));
        source.send("other");
        other.send("o0", "o1");
        source.send("a");
        subscriber.request(2);
        assertThat(subscriber.items()).containsExactly("o0", "a0");
        subscriber.request(10);
        other.complete();
        source.complete();
        assertThat(subscriber.items()).containsExactlyInAnyOrder("o0", "a0", "o1", "a1", "a2");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aMillionItemsOneAtATimeNeedAConstantStack(Flattening flattening) {
        assertThat(receivedOneAtATime(flattening, 1, MILLION)).isEqualTo(MILLION);
    }

    @ParameterizedTest
    @EnumSource
    void aMillionSourcesOneItemAtATimeNeedAConstantStack(Flattening flattening) {
        assertThat(receivedOneAtATime(flattening, MILLION / 2, 2)).isEqualTo(MILLION);
    }

    private static long receivedOneAtATime(Flattening flattening, int sources, int size) {
        AtomicLong received = new AtomicLong();
        TestSubscriber<Object> oneAtATime = new TestSubscriber<>() {
            @Override
            public void onNext(Object item) {
                received.incrementAndGet();
                request(1);
            }
        };
        List<Object> items = IntStream.range(0, size).<Object>mapToObj(n -> n).toList();
        Publisher<Object> stage = flattening
                .of(FlattenOptions.defaults(), letter -> Weir.fromIterable(items))
                .apply(Weir.range(0, sources).via(Operators.map((Integer n) -> (Object) n)));
        Threads.withSmallStack(() -> stage.subscribe(oneAtATime.onSubscribe(s -> s.request(1))));
        assertThat(oneAtATime.isCompleted()).isTrue();
        return received.get();
    }
}
