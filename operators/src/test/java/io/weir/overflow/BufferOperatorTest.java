package io.weir.overflow;

import static io.weir.Operators.buffer;
import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.spi.StageState;
import io.weir.testkit.Drops;
import io.weir.testkit.RecordingProbe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferOperatorTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();
    private final Drops drops = new Drops();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100, 1_000, 1_025, 70_000})
    void exactlyTheCapacityMayWait(int capacity) {
        for (BufferOperator buffer : new BufferOperator[] {
            buffer(capacity), buffer(capacity).dropOldest(), buffer(capacity).dropNewest()
        }) {
            TestSource<Integer> own = new TestSource<>();
            Drops ownDrops = new Drops();
            buffer.onDropped(ownDrops).apply(own).subscribe(TestSubscriber.create());
            for (int i = 0; i < capacity; i++) {
                own.send(i);
            }
            assertThat(ownDrops.all()).as("%s holds %s", buffer, capacity).isEmpty();
            own.send(capacity);
            assertThat(ownDrops.all()).as("%s holds no more", buffer).hasSize(1);
        }
    }

    @Test
    void whatWaitsComesInOrder() {
        buffer(3).apply(source).subscribe(subscriber);
        source.send(1, 2, 3);
        subscriber.request(2);
        assertThat(subscriber.items()).containsExactly(1, 2);
        source.send(4, 5);
        subscriber.request(10);
        assertThat(subscriber.items()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whenFullItFailsAfterWhatWaitsAndCancelsUpstreamAtOnce() {
        buffer(2).named("orders").onDropped(drops).apply(source).subscribe(subscriber);
        source.send(1, 2, 3);
        assertThat(source.isCancelled()).isTrue();
        assertThat(drops.all()).containsExactly(drop(3, DropReason.BUFFER_FULL));
        source.send(4);
        assertThat(drops.all()).contains(drop(4, DropReason.FAILED));
        assertThat(subscriber.error()).isNull();
        subscriber.request(2);
        assertThat(subscriber.items()).containsExactly(1, 2);
        assertThat(subscriber.error())
                .isInstanceOf(OverflowException.class)
                .hasMessageContaining("buffer(2).named(\"orders\") is full: 2 items wait");
    }

    @Test
    void aCallbackThatThrowsWhenItIsFullTakesThePlaceOfTheOverflow() {
        IllegalStateException error = new IllegalStateException("callback");
        TestSubscriber.WithContext<Integer> receiver = TestSubscriber.withContext(null);
        buffer(1)
                .onDropped((item, reason) -> {
                    throw error;
                })
                .apply(source)
                .subscribe(receiver);
        source.send(1, 2);
        assertThat(source.isCancelled()).isTrue();
        receiver.request(5);
        assertThat(receiver.items()).containsExactly(1);
        assertThat(receiver.error()).isSameAs(error);
        assertThat(receiver.lateErrors()).isEmpty();
    }

    @Test
    void whenItIsFullFromWithinOnNextACallbackThatThrowsTakesThePlaceOfTheOverflow() {
        IllegalStateException error = new IllegalStateException("callback");
        TestSubscriber.WithContext<Integer> receiver = TestSubscriber.withContext(null);
        receiver.onSubscribe(s -> s.request(1)).onNext(item -> {
            if (item == 1) {
                source.send(2, 3);
            }
        });
        buffer(1)
                .onDropped((item, reason) -> {
                    throw error;
                })
                .apply(source)
                .subscribe(receiver);
        source.send(1);
        assertThat(source.isCancelled()).isTrue();
        receiver.request(5);
        assertThat(receiver.items()).containsExactly(1, 2);
        assertThat(receiver.error()).isSameAs(error);
        assertThat(receiver.lateErrors()).isEmpty();
    }

    @Test
    void dropOldestGivesUpTheOneThatWaitedLongest() {
        buffer(2).dropOldest().onDropped(drops).apply(source).subscribe(subscriber);
        source.send(1, 2, 3, 4);
        assertThat(drops.all()).containsExactly(drop(1, DropReason.BUFFER_FULL), drop(2, DropReason.BUFFER_FULL));
        subscriber.request(5);
        assertThat(subscriber.items()).containsExactly(3, 4);
        assertThat(source.isCancelled()).isFalse();
    }

    @Test
    void dropNewestGivesUpTheOneThatCame() {
        buffer(2).dropNewest().onDropped(drops).apply(source).subscribe(subscriber);
        source.send(1, 2, 3, 4);
        assertThat(drops.all()).containsExactly(drop(3, DropReason.BUFFER_FULL), drop(4, DropReason.BUFFER_FULL));
        subscriber.request(5);
        assertThat(subscriber.items()).containsExactly(1, 2);
    }

    @Test
    void thePolicyCanBeChangedBackAndSettingsStay() {
        assertThat(buffer(2).named("x").dropOldest().failWhenFull()).hasToString("buffer(2).named(\"x\")");
        assertThat(buffer(2).named("x").dropNewest()).hasToString("buffer(2).dropNewest().named(\"x\")");
    }

    @Test
    void theDemandIsRightWhenASubscriberFailedAmongItemsThatWaited() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("onNext");
        buffer(20).apply(source).subscribe(subscriber);
        source.send(1, 2, 3, 4, 5, 6);
        subscriber.onNext(item -> {
            if (item == 5) {
                throw fatal;
            }
        });
        assertThatThrownBy(() -> subscriber.request(7)).isSameAs(fatal);
        assertThat(((StageState) subscriber.subscription()).demand()).isEqualTo(2);
    }

    @Test
    void whatCameFromWithinOnNextIsDroppedWhenThatFails() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("onNext");
        buffer(20).onDropped(drops).apply(source).subscribe(subscriber);
        subscriber.onNext(item -> {
            source.send(2, 3);
            throw fatal;
        });
        subscriber.request(7);
        assertThatThrownBy(() -> source.send(1)).isSameAs(fatal);
        assertThat(drops.all()).containsExactly(drop(2, DropReason.CANCELLED), drop(3, DropReason.CANCELLED));
    }

    @Test
    void anItemSentFromWithinOnNextIsSeenWaiting() {
        RecordingProbe probe = new RecordingProbe();
        subscriber.onSubscribe(s -> s.request(1)).onNext(item -> source.send(item + 1));
        buffer(3).probe(probe).apply(source).subscribe(subscriber);
        source.send(1);
        assertThat(probe.waiting()).isEqualTo(1);
        subscriber.cancel();
        assertThat(probe.waiting()).isZero();
    }

    @Test
    void aDropOfATypeNobodyAskedForIsNotReported() {
        TestSource<Object> mixed = new TestSource<>();
        Drops strings = new Drops();
        buffer(1)
                .dropNewest()
                .onDropped(String.class, (text, reason) -> strings.accept(text.trim(), reason))
                .onDropped(drops)
                .apply(mixed)
                .subscribe(TestSubscriber.create());
        mixed.send(1, 2, " three ");
        assertThat(strings.items()).containsExactly("three");
        assertThat(drops.items()).containsExactly(2, " three ");
    }

    @Test
    void aCapacityBelowOneIsRefused() {
        assertThatThrownBy(() -> buffer(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("buffer capacity must be at least 1, was 0");
        assertThatThrownBy(() -> buffer(-7)).hasMessage("buffer capacity must be at least 1, was -7");
    }

    @Test
    void itHoldsAtMostItsCapacity() {
        assertThat(buffer(7).mostWaiting()).isEqualTo(7);
    }

    @Test
    void theLargestCapacityCostsNothingUntilItemsWait() {
        for (BufferOperator buffer : new BufferOperator[] {
            buffer(Integer.MAX_VALUE),
            buffer(Integer.MAX_VALUE).dropOldest(),
            buffer(Integer.MAX_VALUE).dropNewest()
        }) {
            TestSource<Integer> own = new TestSource<>();
            TestSubscriber<Integer> receiver = TestSubscriber.create();
            buffer.apply(own).subscribe(receiver);
            own.send(1, 2, 3);
            receiver.request(3);
            assertThat(receiver.items()).containsExactly(1, 2, 3);
        }
    }
}
