package io.weir.timing;

import static io.weir.Operators.sample;
import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import io.weir.testkit.Drops;
import io.weir.testkit.Race;
import io.weir.testkit.RecordingProbe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

class SampleOperatorTest {
    private static final IllegalStateException NO_TIMER = new IllegalStateException("no timer");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTimer timer = new VirtualTimer();
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSource<String> sampler = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();
    private final Drops drops = new Drops();

    private void sampleBySecond() {
        sample(SECOND).timer(timer).onDropped(drops).apply(source).subscribe(subscriber);
    }

    @Test
    void theNewestItemOfEachPeriodIsDeliveredAtItsEnd() {
        sampleBySecond();
        subscriber.request(10);
        source.send(1, 2);
        assertThat(subscriber.items()).isEmpty();
        timer.advance(SECOND);
        assertThat(subscriber.items()).containsExactly(2);
        timer.advance(SECOND);
        assertThat(subscriber.items()).containsExactly(2);
        source.send(3);
        timer.advance(SECOND);
        assertThat(subscriber.items()).containsExactly(2, 3);
        assertThat(drops.all()).containsExactly(drop(1, DropReason.SUPERSEDED));
    }

    @Test
    void withoutDemandTheNewestSampleWaits() {
        sampleBySecond();
        source.send(1);
        timer.advance(SECOND);
        source.send(2);
        timer.advance(SECOND);
        assertThat(subscriber.items()).isEmpty();
        assertThat(drops.all()).containsExactly(drop(1, DropReason.SUPERSEDED));
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(2);
    }

    @Test
    void theLastItemIsDeliveredBeforeCompletionWhenDemanded() {
        sampleBySecond();
        source.send(1);
        source.complete();
        assertThat(subscriber.isEnded()).isFalse();
        assertThat(timer.pending()).isZero();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void periodsDoNotDriftWhenTheTimerIsLate() {
        sampleBySecond();
        subscriber.request(10);
        timer.advance(Duration.ofMillis(2_500));
        source.send(1);
        timer.advance(Duration.ofMillis(499));
        assertThat(subscriber.items()).isEmpty();
        timer.advance(Duration.ofMillis(1));
        assertThat(subscriber.items()).containsExactly(1);
    }

    /** Its tasks run when a test says so, on time or not. */
    @Test
    void aTimerThatFailsFatallyCancelsTheStream() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("timer");
        AtomicInteger looks = new AtomicInteger();
        Timer failing = new Timer() {
            @Override
            public long nanoTime() {
                if (looks.incrementAndGet() > 2) {
                    throw fatal;
                }
                return timer.nanoTime();
            }

            @Override
            public Cancellable schedule(Runnable task, Duration delay) {
                return timer.schedule(task, delay);
            }
        };
        sample(Duration.ofSeconds(1)).timer(failing).apply(source).subscribe(subscriber);
        assertThatThrownBy(() -> timer.advance(Duration.ofSeconds(1))).isSameAs(fatal);
        assertThat(source.isCancelled()).isTrue();
    }

    private static final class LateTimer implements Timer {
        private final List<Duration> delays = new ArrayList<>();
        private Runnable task = () -> {};
        private Duration now = Duration.ofDays(1);

        @Override
        public long nanoTime() {
            return now.toNanos();
        }

        @Override
        public Cancellable schedule(Runnable next, Duration delay) {
            task = next;
            delays.add(delay);
            return () -> {};
        }

        void runAfter(Duration time) {
            now = now.plus(time);
            task.run();
        }
    }

    @Test
    void aPeriodAfterALateTickIsShorter() {
        LateTimer late = new LateTimer();
        sample(SECOND).timer(late).apply(source).subscribe(subscriber);
        late.runAfter(Duration.ofMillis(1_300));
        assertThat(late.delays).containsExactly(SECOND, Duration.ofMillis(700));
    }

    @Test
    void periodsThatATickIsLateByAreLeftOut() {
        LateTimer late = new LateTimer();
        sample(SECOND).timer(late).apply(source).subscribe(subscriber);
        late.runAfter(Duration.ofMillis(4_400));
        late.runAfter(Duration.ofMillis(600));
        assertThat(late.delays).containsExactly(SECOND, Duration.ofMillis(600), SECOND);
    }

    @Test
    void aTickThatIsALittleEarlyIsFollowedByALongerPeriod() {
        LateTimer early = new LateTimer();
        sample(SECOND).timer(early).apply(source).subscribe(subscriber);
        early.runAfter(Duration.ofMillis(999));
        assertThat(early.delays).containsExactly(SECOND, Duration.ofMillis(1_001));
    }

    @Test
    void periodsAreCountedAnewWhenTheClockIsSetBackByMoreThanOne() {
        LateTimer clock = new LateTimer();
        sample(SECOND).timer(clock).apply(source).subscribe(subscriber);
        clock.runAfter(Duration.ofHours(-1));
        clock.runAfter(SECOND);
        assertThat(clock.delays).containsExactly(SECOND, SECOND, SECOND);
    }

    @Test
    void aTickThatRunsBeforeItsSchedulingReturnsIsFollowedByTheNext() {
        int[] ticks = {0};
        Timer hasty = new Timer() {
            @Override
            public long nanoTime() {
                return timer.nanoTime();
            }

            @Override
            public Cancellable schedule(Runnable task, Duration delay) {
                if (ticks[0]++ == 0) {
                    timer.advance(delay);
                    task.run();
                    return () -> {};
                }
                return timer.schedule(task, delay);
            }
        };
        sample(SECOND).timer(hasty).apply(source).subscribe(subscriber);
        subscriber.request(10);
        for (int i = 1; i <= 3; i++) {
            source.send(i);
            timer.advance(SECOND);
        }
        assertThat(subscriber.items()).containsExactly(1, 2, 3);
    }

    /** A timer that schedules so many tasks, and then no more. */
    private Timer schedulingOnly(int tasks) {
        AtomicInteger left = new AtomicInteger(tasks);
        return new Timer() {
            @Override
            public long nanoTime() {
                return timer.nanoTime();
            }

            @Override
            public Cancellable schedule(Runnable task, Duration delay) {
                if (left.getAndDecrement() == 0) {
                    throw new RejectedExecutionException("shut down");
                }
                return timer.schedule(task, delay);
            }
        };
    }

    @Test
    void aTimerThatRefusesTheFirstTickFailsTheStream() {
        sample(SECOND).timer(schedulingOnly(0)).apply(source).subscribe(subscriber);
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.error()).isInstanceOf(RejectedExecutionException.class);
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void aTimerThatRefusesALaterTickFailsTheStreamAfterTheSample() {
        sample(SECOND).timer(schedulingOnly(2)).apply(source).subscribe(subscriber);
        source.send(1);
        timer.advance(SECOND);
        assertThat(source.isCancelled()).isFalse();
        timer.advance(SECOND);
        assertThat(source.isCancelled()).isTrue();
        assertThat(timer.pending()).isZero();
        assertThat(subscriber.isEnded()).isFalse();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.error()).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aCallbackThatThrowsInTheMiddleOfATickEndsTheStreamAfterTheSample() {
        IllegalStateException error = new IllegalStateException("callback");
        sample(SECOND)
                .timer(timer)
                .onDropped((item, reason) -> {
                    throw error;
                })
                .apply(source)
                .subscribe(subscriber);
        source.send(1);
        timer.advance(SECOND);
        source.send(2);
        timer.advance(SECOND);
        assertThat(source.isCancelled()).isTrue();
        assertThat(timer.pending()).isZero();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(2);
        assertThat(subscriber.error()).isSameAs(error);
    }

    /** As the time of day may be; an adapter's timer may show that. */
    @Test
    void periodsGoOnWhenTheClockIsSetBack() {
        AtomicLong setBack = new AtomicLong();
        Timer clock = new Timer() {
            @Override
            public long nanoTime() {
                return timer.nanoTime() - setBack.get();
            }

            @Override
            public Cancellable schedule(Runnable task, Duration delay) {
                return timer.schedule(task, delay);
            }
        };
        sample(SECOND).timer(clock).apply(source).subscribe(subscriber);
        subscriber.request(10);
        setBack.set(Duration.ofHours(1).toNanos());
        for (int item = 1; item <= 3; item++) {
            source.send(item);
            timer.advance(SECOND);
        }
        assertThat(subscriber.items()).containsExactly(1, 2, 3);
    }

    @Test
    void theTimerIsLookedUpAtSubscription() {
        SampleOperator operator = sample(SECOND);
        TestSubscriber.WithContext<Integer> withContext = TestSubscriber.withContext(timer);
        operator.apply(source).subscribe(withContext);
        withContext.request(1);
        source.send(1);
        timer.advance(SECOND);
        assertThat(withContext.items()).containsExactly(1);
    }

    @Test
    void aSamplerEndsPeriodsWithItsItems() {
        sample(sampler).onDropped(drops).apply(source).subscribe(subscriber);
        subscriber.request(10);
        assertThat(sampler.requested()).isEqualTo(Long.MAX_VALUE);
        sampler.send("tick");
        source.send(1, 2);
        sampler.send("tick");
        assertThat(subscriber.items()).containsExactly(2);
    }

    @Test
    void whenTheSamplerCompletesTheStreamCompletesAfterTheLastItem() {
        sample(sampler).apply(source).subscribe(subscriber);
        source.send(1);
        sampler.complete();
        assertThat(source.isCancelled()).isTrue();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void whenTheSamplerFailsTheStreamFailsAfterTheLastItem() {
        sample(sampler).apply(source).subscribe(subscriber);
        IllegalStateException error = new IllegalStateException("sampler");
        source.send(1);
        sampler.fail(error);
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(source.isCancelled()).isTrue();
        assertThat(sampler.isCancelled()).as("from within its own end (§2.3)").isFalse();
    }

    @Test
    void aSamplerThatFailsWhileTheStreamCompletesIsSignalledOrLate() {
        for (int i = 0; i < 1_000; i++) {
            TestSource<Integer> completing = new TestSource<>();
            TestSource<String> failing = new TestSource<>();
            TestSubscriber.WithContext<Integer> receiver = TestSubscriber.withContext(null);
            IllegalStateException error = new IllegalStateException("sampler");
            sample(failing).apply(completing).subscribe(receiver);
            Race.between(() -> failing.fail(error), completing::complete);
            assertThat(receiver.isEnded()).as("round %s", i).isTrue();
            assertThat(receiver.error() == null ? receiver.lateErrors() : List.of(receiver.error()))
                    .as("round %s", i)
                    .containsExactly(error);
            assertThat(receiver.breaches()).isEmpty();
        }
    }

    @Test
    void aSamplerThatThrowsAfterOnSubscribeIsCancelledAndHasFailed() {
        IllegalStateException error = new IllegalStateException("subscribe");
        Publisher<String> throwing = s -> {
            sampler.subscribe(s);
            throw error;
        };
        sample(throwing).apply(source).subscribe(subscriber);
        assertThat(sampler.isCancelled()).isTrue();
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.error()).isSameAs(error);
    }

    @Test
    void cancelStopsTheSampler() {
        sample(sampler).apply(source).subscribe(subscriber);
        subscriber.cancel();
        assertThat(sampler.isCancelled()).isTrue();
    }

    @Test
    void completionStopsTheSampler() {
        sample(sampler).apply(source).subscribe(subscriber);
        source.complete();
        assertThat(sampler.isCancelled()).isTrue();
    }

    @Test
    void twoItemsMayWait() {
        assertThat(sample(SECOND).mostWaiting()).isEqualTo(2);
        assertThat(sample(SECOND).named("s")).hasToString("sample(PT1S).named(\"s\")");
        assertThat(sample(sampler)).hasToString("sample(sampler)");
    }

    @Test
    void badPeriodsAreRefused() {
        assertThatThrownBy(() -> sample(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample period must be longer than zero, was PT0S");
        assertThatThrownBy(() -> sample(Duration.ofMillis(-5))).hasMessageContaining("PT-0.005S");
        assertThatThrownBy(() -> sample(Duration.ofDays(200_000))).hasMessageContaining("at most 292 years");
        assertThatThrownBy(() -> sample((Duration) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void anItemThatWasNotSampledYetIsDroppedByACancellation() {
        sampleBySecond();
        source.send(1);
        timer.advance(SECOND);
        source.send(2);
        subscriber.cancel();
        assertThat(drops.all()).containsExactlyInAnyOrder(drop(1, DropReason.CANCELLED), drop(2, DropReason.CANCELLED));
    }

    @Test
    void anErrorIsDeliveredThoughTheSamplerCompletesWhileItIsCancelled() {
        IllegalStateException error = new IllegalStateException("source");
        Publisher<String> completing = s -> s.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {
                s.onComplete();
            }
        });
        sample(completing).apply(source).subscribe(subscriber);
        source.fail(error);
        assertThat(subscriber.error()).isSameAs(error);
    }

    private static Timer failing(RuntimeException error) {
        return new Timer() {
            @Override
            public long nanoTime() {
                throw error;
            }

            @Override
            public Cancellable schedule(Runnable task, Duration delay) {
                throw new AssertionError("nobody knows when");
            }
        };
    }

    static Stream<Timer> timersOfNoUse() {
        return Stream.of(failing(NO_TIMER), Timer.deferred(() -> failing(NO_TIMER)), Timer.deferred(() -> {
            throw NO_TIMER;
        }));
    }

    @ParameterizedTest
    @MethodSource("timersOfNoUse")
    void aTimerOfNoUseFailsTheStreamAndTheProbeIsTold(Timer timer) {
        RecordingProbe probe = new RecordingProbe();
        sample(SECOND).timer(timer).probe(probe).apply(source).subscribe(subscriber);
        assertThat(subscriber.error()).isSameAs(NO_TIMER);
        assertThat(subscriber.breaches()).isEmpty();
        assertThat(source.isCancelled()).isTrue();
        assertThat(probe.events()).last().asString().contains("failed");
    }

    @Test
    void aTimerThatIsNoneFailsTheStream() {
        sample(SECOND).timer(Timer.deferred(() -> null)).apply(source).subscribe(subscriber);
        assertThat(subscriber.error()).isInstanceOf(NullPointerException.class).hasMessageContaining("Timer");
        assertThat(source.isCancelled()).isTrue();
    }
}
