package io.weir.timeline;

import static io.weir.Operators.buffer;
import static io.weir.Operators.drop;
import static io.weir.Operators.latest;
import static io.weir.timeline.Timeline.Kind.EMITTED;
import static io.weir.timeline.Timeline.Kind.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.spi.Cancellable;
import io.weir.spi.Probe;
import io.weir.spi.Timer;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import io.weir.testkit.VirtualTimer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecorderTest {
    private final VirtualTimer clock = new VirtualTimer();
    private final Recorder recorder = Recorder.create().timer(clock);
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();

    @Test
    void everythingAStageDoesIsWrittenDownInItsOrderWithItsTime() {
        buffer(2).dropOldest().named("b").probe(recorder).apply(source).subscribe(subscriber);
        clock.advance(Duration.ofMillis(10));
        subscriber.request(1);
        source.send(1, 2, 3);
        clock.advance(Duration.ofMillis(5));
        source.send(4);
        subscriber.request(Long.MAX_VALUE);
        source.fail(new IllegalStateException("boom"));

        assertThat(Readable.events(recorder.timeline()))
                .containsExactly(
                        "0 b subscribed",
                        "10 b requested 1",
                        "10 b received 1",
                        "10 b emitted 1",
                        "10 b received 2",
                        "10 b waiting 1 of 2",
                        "10 b received 3",
                        "10 b waiting 2 of 2",
                        "15 b received 4",
                        "15 b dropped 2 BUFFER_FULL",
                        "15 b requested unbounded",
                        "15 b waiting 1 of 2",
                        "15 b emitted 3",
                        "15 b waiting 0 of 2",
                        "15 b emitted 4",
                        "15 b failed java.lang.IllegalStateException: boom");
        assertThat(recorder.timeline().stages().get(0).totals())
                .isEqualTo(new Timeline.Totals(2, Long.MAX_VALUE, 4, 0, 3, Map.of(DropReason.BUFFER_FULL, 1L), 0, 1));
    }

    @Test
    void aProducerThatIsHeldBackAndACancellationAreWrittenDown() {
        recorder.boundary("here").apply(source).subscribe(subscriber);
        subscriber.request(1);
        source.send(1);
        subscriber.request(1);
        subscriber.cancel();

        assertThat(Readable.events(recorder.timeline()))
                .containsExactly(
                        "0 here subscribed",
                        "0 here paused",
                        "0 here requested 1",
                        "0 here resumed",
                        "0 here received 1",
                        "0 here paused",
                        "0 here emitted 1",
                        "0 here requested 1",
                        "0 here resumed",
                        "0 here cancelled");
        assertThat(recorder.timeline().stages().get(0).totals().pauses()).isEqualTo(2);
    }

    @Test
    void nothingIsRecordedUntilSomebodySubscribes() {
        Timeline timeline = recorder.timeline();
        assertThat(timeline.recorded()).isZero();
        assertThat(timeline.events()).isEmpty();
        assertThat(timeline.stages()).isEmpty();
        assertThat(timeline.chains()).isEmpty();
        assertThat(timeline.threads()).isEmpty();
    }

    @Test
    void aSnapshotDoesNotChangeAnyMore() {
        drop().probe(recorder).apply(source).subscribe(subscriber);
        Timeline before = recorder.timeline();
        subscriber.request(1);
        assertThat(before.events()).hasSize(1);
        assertThat(before.stages().get(0).totals().requests()).isZero();
        assertThat(recorder.timeline().events()).hasSize(2);
    }

    @Test
    void theThreadOfEachEventIsKnownAndThreadsOfOneNameAreToldApart() {
        latest().probe(recorder).apply(source).subscribe(subscriber);
        Threads.runToEnd(new Thread(() -> source.send(1), "worker"));
        Threads.runToEnd(new Thread(() -> source.send(2), "worker"));
        Threads.runToEnd(new Thread(() -> subscriber.request(1), ""));

        Timeline timeline = recorder.timeline();
        String here = Thread.currentThread().getName();
        assertThat(timeline.threads()).containsExactly(here, "worker", "worker (2)", "");
        assertThat(timeline.events())
                .filteredOn(event -> event.kind() == RECEIVED)
                .extracting(Timeline.Event::thread)
                .containsExactly(1, 2);
        assertThat(timeline.events())
                .filteredOn(event -> event.kind() == EMITTED)
                .extracting(Timeline.Event::thread)
                .containsExactly(3);
    }

    @Test
    void timesNeverGoBackEvenIfTheClockDoes() {
        long[] times = {100, 130, 120, 140};
        int[] next = {0};
        Recorder unsteady = Recorder.create().timer(new Timer() {
            @Override
            public long nanoTime() {
                return times[next[0]++];
            }

            @Override
            public Cancellable schedule(Runnable task, Duration delay) {
                throw new UnsupportedOperationException("a recorder schedules nothing");
            }
        });
        latest().probe(unsteady).apply(source).subscribe(subscriber);
        subscriber.request(1);
        source.send(1);
        assertThat(unsteady.timeline().events())
                .extracting(Timeline.Event::nanos)
                .containsExactly(0L, 30L, 30L, 40L);
    }

    @Test
    void theTimerIsLookedUpWhenAStageIsSubscribedTo() {
        VirtualTimer[] present = {new VirtualTimer()};
        Recorder late = Recorder.create().timer(Timer.deferred(() -> present[0]));
        present[0] = clock;
        drop().named("d").probe(late).apply(source).subscribe(subscriber);
        present[0] = new VirtualTimer();
        clock.advance(Duration.ofMillis(7));
        subscriber.request(1);
        assertThat(Readable.events(late.timeline())).containsExactly("0 d subscribed", "7 d requested 1");
    }

    @Test
    void aTimerIsSetBeforeAnythingIsRecorded() {
        drop().probe(recorder).apply(source).subscribe(subscriber);
        assertThatThrownBy(() -> recorder.timer(clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a timer must be set before anything is recorded, there are 1 events already");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_000_001})
    void aNumberOfEventsThatCannotBeKeptIsRefused(int mostEvents) {
        assertThatThrownBy(() -> Recorder.keeping(mostEvents))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("events to keep must be from 1 to 100000000, was " + mostEvents);
    }

    @Test
    void namesMustSaySomething() {
        assertThatThrownBy(() -> recorder.chain(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of a chain must not be blank, was \" \"");
        assertThatThrownBy(() -> recorder.boundary("c", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of a boundary must not be blank, was \"\"");
    }

    @Test
    void anotherProbeSeesTheSameBesideIt() {
        var counting = Probe.counting();
        Weir.range(1, 5)
                .via(buffer(8).probe(recorder.chain("c").and(counting)))
                .subscribe(TestSubscriber.requesting(Long.MAX_VALUE));
        assertThat(recorder.timeline().stages().get(0).totals().emitted()).isEqualTo(5);
        assertThat(counting.snapshot().emitted()).isEqualTo(5);
    }

    @Test
    void aBoundaryPassesUnboundedDemandOnAsSuch() {
        Weir.from(source)
                .via(latest().named("above").probe(recorder))
                .via(recorder.boundary("below"))
                .subscribe(subscriber);
        subscriber.request(5);
        subscriber.request(Long.MAX_VALUE);
        assertThat(Readable.events(recorder.timeline()))
                .contains("0 above requested 5", "0 above requested unbounded")
                .doesNotContain("0 above requested " + (Long.MAX_VALUE - 5));
    }
}
