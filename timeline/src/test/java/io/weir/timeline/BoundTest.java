package io.weir.timeline;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.weir.DropReason;
import io.weir.Operators;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.spi.Cancellable;
import io.weir.spi.Probe;
import io.weir.spi.Timer;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.Stage;
import io.weir.timeline.Timeline.State;
import io.weir.timeline.Timeline.Totals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorder keeps no more than it was made for, and what it has forgotten still counts. */
class BoundTest {
    private static final int THREADS = 4;

    @Test
    void aMillionEventsFromSeveralThreadsStayWithinTheBoundAndAreAllCounted() {
        int items = 125_000;
        Recorder recorder = Recorder.create();
        inParallel(thread -> () -> Weir.range(0, items)
                .via(recorder.boundary("chain " + thread, "stage " + thread))
                .subscribe(TestSubscriber.requesting(Long.MAX_VALUE)));

        Timeline timeline = recorder.timeline();
        long perChain = 1 + 1 + 2L * items + 1; // subscribed, requested, received and emitted, completed
        long heldBack = timeline.stages().stream()
                .mapToLong(stage -> stage.totals().pauses())
                .sum();
        assertThat(timeline.recorded()).isBetween(THREADS * perChain, THREADS * perChain + 2 * heldBack);
        assertThat(timeline.recorded()).isGreaterThan(1_000_000);
        assertThat(timeline.events()).hasSize(100_000);
        assertThat(timeline.forgotten())
                .isEqualTo(timeline.recorded() - timeline.events().size());
        assertThat(timeline.stages())
                .hasSize(THREADS)
                .extracting(Stage::totals)
                .allSatisfy(totals -> assertThat(totals)
                        .isEqualTo(new Totals(1, Long.MAX_VALUE, items, 0, items, Map.of(), totals.pauses(), 1)));
    }

    @Test
    void ofSharedStagesTheTotalsAreExactWhicheverThreadsSignal() {
        int items = 50_000;
        Recorder recorder = Recorder.keeping(1_000);
        FlattenOptions options = FlattenOptions.defaults().concurrency(THREADS).probe(recorder);
        CountDownLatch all = new CountDownLatch(THREADS);
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(Long.MAX_VALUE);
        Weir.range(0, THREADS)
                .via(Operators.<Integer, Integer>mergeMap(
                        options,
                        i -> s -> Threads.start(() -> {
                            all.countDown();
                            Threads.await(all);
                            Weir.range(0, items).subscribe(s);
                        })))
                .subscribe(subscriber);
        assertThat(subscriber.awaitEnd()).isTrue();

        Totals totals = recorder.timeline().stages().get(0).totals();
        assertThat(totals.received()).isEqualTo(THREADS + (long) THREADS * items);
        assertThat(totals.expanded()).isEqualTo(THREADS);
        assertThat(totals.emitted()).isEqualTo((long) THREADS * items);
        assertThat(totals.waiting()).isZero();
    }

    @Test
    void whatIsKeptBeginsWithTheStateThatWhatIsForgottenHasLedTo() {
        for (int keeping = 1; keeping < 200; keeping++) {
            Recorder all = Recorder.create();
            Recorder few = Recorder.keeping(keeping);
            TestSubscriber<Integer> subscriber = TestSubscriber.requesting(3);
            Weir.range(0, 40)
                    .via(take(40).probe(all.chain("c").and(few.chain("c"))))
                    .via(buffer(5).dropOldest().probe(all.chain("c").and(few.chain("c"))))
                    .via(take(30).probe(all.chain("c").and(few.chain("c"))))
                    .subscribe(subscriber);
            for (int i = 0; i < 10; i++) {
                assertBeginsWhereTheOtherIs(few.timeline(), all.timeline());
                subscriber.request(1);
            }
        }
    }

    private static void assertBeginsWhereTheOtherIs(Timeline few, Timeline all) {
        assertThat(few.recorded()).isEqualTo(all.recorded());
        for (int stage = 0; stage < all.stages().size(); stage++) {
            Stage known = few.stages().get(stage);
            State then = Replay.of(all, stage, few.forgotten());
            assertThat(known.before().outstanding()).isEqualTo(then.outstanding());
            assertThat(known.before().waiting()).isEqualTo(then.waiting());
            assertThat(known.before().paused()).isEqualTo(then.paused());
            assertThat(known.totals()).isEqualTo(all.stages().get(stage).totals());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 64, 64, 64, 64, 64, 5_000, 5_000})
    void aSnapshotTakenWhileStagesRunFitsTogether(int keeping) {
        Recorder recorder = Recorder.keeping(keeping);
        AtomicBoolean over = new AtomicBoolean();
        List<AssertionError> failures = new ArrayList<>();
        Thread looking = Threads.start(() -> {
            try {
                while (!over.get()) {
                    assertFitsTogether(recorder.timeline());
                }
            } catch (AssertionError e) {
                failures.add(e);
            }
        });
        inParallel(thread -> () -> {
            TestSubscriber<Integer> subscriber = TestSubscriber.<Integer>create();
            subscriber.onNext(item -> subscriber.request(1));
            Weir.range(0, 50_000)
                    .via(recorder.boundary("chain " + thread, "stage"))
                    .subscribe(subscriber);
            subscriber.request(2);
        });
        over.set(true);
        Threads.join(looking);
        assertThat(failures).isEmpty();
        assertFitsTogether(recorder.timeline());
    }

    private static void assertFitsTogether(Timeline timeline) {
        assertThat(timeline.events()).extracting(Event::nanos).isSorted();
        assertThat(timeline.events()).hasSizeLessThanOrEqualTo(5_000);
        for (int stage = 0; stage < timeline.stages().size(); stage++) {
            State now = Replay.of(timeline, stage);
            assertThat(now.outstanding()).isBetween(0L, 2L);
        }
    }

    @Test
    void innerStreamsWithoutEndStayWithinTheBoundOfStages() {
        Recorder recorder = Recorder.keeping(100);
        int items = 5_000;
        Weir.range(0, items)
                .via(recorder.boundary("chain", "outer"))
                .via(concatMap((Integer i) -> Weir.just(i).via(recorder.boundary("chain", "inner " + i))))
                .subscribe(TestSubscriber.requesting(Long.MAX_VALUE));
        assertStagesAreBounded(recorder.timeline(), items + 1);
        assertThat(recorder.timeline().stages()).extracting(Stage::name).contains("inner " + (items - 1));
    }

    @Test
    void subscriptionsThatNothingComesToStayWithinTheBoundOfStages() {
        Recorder recorder = Recorder.keeping(100);
        int subscriptions = 5_000;
        for (int i = 0; i < subscriptions; i++) {
            recorder.subscribed("stage " + i);
        }
        assertStagesAreBounded(recorder.timeline(), subscriptions);
    }

    private static void assertStagesAreBounded(Timeline timeline, int subscribed) {
        assertThat(timeline.stages()).hasSizeBetween(Runs.MOST_STAGES - Run.MOST_STAGES, Runs.MOST_STAGES);
        assertThat(timeline.forgottenStages())
                .isEqualTo(subscribed - timeline.stages().size());
        assertThat(timeline.chains())
                .allSatisfy(chain -> assertThat(chain.stages()).hasSizeLessThanOrEqualTo(Run.MOST_STAGES));
    }

    @Test
    void aStreamThatHadEndedBeforeWhatIsKeptAsksForNothing() {
        Recorder recorder = Recorder.keeping(4);
        TestSubscriber<Integer> cancelling = TestSubscriber.requesting(10);
        recorder.boundary("a").apply(new TestSource<Integer>()).subscribe(cancelling);
        cancelling.cancel();
        Weir.range(0, 5).via(recorder.boundary("b")).subscribe(TestSubscriber.requesting(Long.MAX_VALUE));

        Stage ended = recorder.timeline().stages().get(0);
        assertThat(ended.name()).isEqualTo("a");
        assertThat(ended.totals().requested()).isEqualTo(10);
        assertThat(ended.before().outstanding()).isZero();
    }

    @Test
    void requestsThatOvertakeEachOtherBeginWithNoDemand() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Recorder recorder = Recorder.create().timer(new Timer() {
            @Override
            public long nanoTime() {
                meanwhile.getAndSet(() -> {}).run();
                return 0;
            }

            @Override
            public Cancellable schedule(Runnable task, Duration delay) {
                throw new UnsupportedOperationException("nothing is timed here");
            }
        });
        Probe stage = recorder.subscribed("stage");
        meanwhile.set(() -> stage.requested(5));
        stage.requested(3);

        Timeline timeline = recorder.timeline();
        assertThat(timeline.events()).extracting(Event::n).containsExactly(0L, 5L, 3L);
        assertThat(timeline.stages().get(0).before().outstanding()).isZero();
    }

    @Test
    void namesAreCut() {
        Recorder recorder = Recorder.create();
        String name = "n".repeat(1_000_000);
        Threads.join(Threads.start(() -> {
            Thread.currentThread().setName(name);
            Weir.just(1).via(recorder.boundary(name, name)).subscribe(TestSubscriber.create());
        }));
        assertThat(recorder.timeline().toJson()).hasSizeLessThan(10_000);
    }

    @Test
    void dropsAreCountedByReason() {
        Recorder recorder = Recorder.keeping(1);
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Weir.range(0, 10).via(buffer(3).dropNewest().probe(recorder)).subscribe(subscriber);
        subscriber.cancel();
        assertThat(recorder.timeline().stages().get(0).totals().dropped())
                .containsOnly(entry(DropReason.BUFFER_FULL, 7L), entry(DropReason.CANCELLED, 3L));
    }

    private static void inParallel(IntFunction<Runnable> work) {
        CountDownLatch all = new CountDownLatch(THREADS);
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> Threads.start(() -> {
                    all.countDown();
                    Threads.await(all);
                    work.apply(thread).run();
                }))
                .toList();
        threads.forEach(Threads::join);
    }
}
