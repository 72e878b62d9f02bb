package io.weir.spi;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.testkit.RecordingProbe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CountingProbeTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();
    private final CountingProbe probe = Probe.counting();

    @Test
    void itCountsWhatBecomesOfItems() {
        buffer(2).dropNewest().probe(probe).apply(source).subscribe(subscriber);
        subscriber.request(1);
        source.send(1, 2, 3, 4, 5);
        subscriber.request(1);
        CountingProbe.Snapshot now = probe.snapshot();
        assertThat(now.received()).isEqualTo(5);
        assertThat(now.emitted()).isEqualTo(2);
        assertThat(now.dropped()).isEqualTo(Map.of(DropReason.BUFFER_FULL, 2L));
        assertThat(now.totalDropped()).isEqualTo(2);
        assertThat(now.waiting()).isEqualTo(1);
        assertThat(now.highestWaiting()).isEqualTo(2);
        assertThat(now.capacity()).isEqualTo(2);
        assertThat(now.outstanding()).isZero();
        assertThat(now.isBalanced()).isTrue();
        subscriber.cancel();
        assertThat(probe.snapshot().waiting()).isZero();
        assertThat(probe.snapshot().dropped()).containsEntry(DropReason.CANCELLED, 1L);
        assertThat(probe.snapshot().isBalanced()).isTrue();
    }

    @Test
    void outstandingDemandIsWhatWasRequestedAndNotEmitted() {
        buffer(2).probe(probe).apply(source).subscribe(subscriber);
        subscriber.request(5);
        source.send(1, 2);
        assertThat(probe.snapshot().outstanding()).isEqualTo(3);
        subscriber.request(Long.MAX_VALUE);
        assertThat(probe.snapshot().outstanding()).isEqualTo(Long.MAX_VALUE);
        source.complete();
        assertThat(probe.snapshot().outstanding()).isZero();
    }

    @Test
    void aStageThatExpandsItemsCountsThoseOfTheInnerStreams() {
        concatMap(FlattenOptions.defaults().probe(probe), (Integer n) -> Weir.range(0, n))
                .apply(source)
                .subscribe(subscriber);
        subscriber.request(10);
        source.send(3);
        assertThat(probe.snapshot().expanded()).isEqualTo(1);
        assertThat(probe.snapshot().received()).isEqualTo(3);
        assertThat(probe.snapshot().emitted()).isEqualTo(3);
        assertThat(probe.snapshot().isBalanced()).isTrue();
    }

    @Test
    void aProbeThatThrowsWhenItIsSubscribedIsUncaughtWithoutAContextAndGoesOnWatching() {
        IllegalStateException error = new IllegalStateException("subscribed");
        AtomicReference<Throwable> uncaught = new AtomicReference<>();
        RecordingProbe recording = new RecordingProbe();
        Probe throwing = new Probe() {
            @Override
            public Probe subscribed(String stage) {
                throw error;
            }

            @Override
            public void received(Object item) {
                recording.received(item);
            }
        };
        Thread thread = new Thread(() -> buffer(2).probe(throwing).apply(source).subscribe(subscriber));
        thread.setUncaughtExceptionHandler((t, e) -> uncaught.set(e));
        Threads.runToEnd(thread);
        assertThat(uncaught.get()).isSameAs(error);
        source.send(1);
        assertThat(recording.received()).containsExactly(1);
    }

    @Test
    void severalSubscriptionsAddUp() {
        Weir<Integer> weir = Weir.range(0, 3).via(buffer(2).probe(probe));
        weir.toList();
        weir.toList();
        assertThat(probe.snapshot().emitted()).isEqualTo(6);
        assertThat(probe.snapshot().isBalanced()).isTrue();
    }

    @Test
    void aProducerIsHeldBackFromWhenItHasSentAllUntilMoreIsRequested() {
        RecordingProbe recording = new RecordingProbe();
        take(100).named("hundred").probe(recording).apply(source).subscribe(subscriber);
        subscriber.request(2);
        source.send(1);
        source.send(2);
        subscriber.request(1);
        source.send(3);
        source.complete();
        assertThat(recording.events())
                .containsExactly(
                        "subscribed hundred",
                        "paused",
                        "requested 2",
                        "resumed",
                        "paused",
                        "requested 1",
                        "resumed",
                        "paused",
                        "completed");
    }

    @Test
    void theTimeThatAProducerIsHeldBackGrowsWhileItIs() {
        take(100).probe(probe).apply(source).subscribe(subscriber);
        Duration first = probe.snapshot().heldBack();
        Duration second = probe.snapshot().heldBack();
        assertThat(second).isGreaterThanOrEqualTo(first);
        subscriber.request(10);
        Duration third = probe.snapshot().heldBack();
        assertThat(third).isPositive();
        assertThat(probe.snapshot().heldBack()).isEqualTo(third);
        source.complete();
        assertThat(probe.snapshot().heldBack()).isEqualTo(third);
    }

    @Test
    void aProducerThatIsCancelledIsHeldBackNoLonger() {
        take(100).probe(probe).apply(source).subscribe(subscriber);
        subscriber.cancel();
        assertHeldBackNoLonger();
    }

    @Test
    void aProducerThatHasFailedIsHeldBackNoLonger() {
        take(100).probe(probe).apply(source).subscribe(subscriber);
        source.fail(new IllegalStateException("upstream"));
        assertHeldBackNoLonger();
    }

    private void assertHeldBackNoLonger() {
        Duration heldBack = probe.snapshot().heldBack();
        assertThat(heldBack).isPositive();
        for (int i = 0; i < 1_000; i++) {
            assertThat(probe.snapshot().heldBack()).isEqualTo(heldBack);
        }
        assertThat(probe.snapshot().outstanding()).isZero();
    }

    @Test
    void theTimeIsCountedFromWhenItIsHeldBack() {
        take(100).probe(probe).apply(source).subscribe(subscriber);
        Duration first = probe.snapshot().heldBack();
        Duration later = first;
        for (int i = 0; i < 1_000_000 && later.equals(first); i++) {
            later = probe.snapshot().heldBack();
        }
        assertThat(later).isGreaterThan(first).isLessThan(Duration.ofMinutes(10));
        subscriber.request(1);
        assertThat(probe.snapshot().heldBack()).isGreaterThanOrEqualTo(later).isLessThan(Duration.ofMinutes(10));
    }
}
