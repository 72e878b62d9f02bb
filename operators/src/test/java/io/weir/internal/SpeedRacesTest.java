package io.weir.internal;

import static io.weir.Operators.concatMap;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.switchMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.Operator;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.spi.Probe;
import io.weir.spi.StageSettings;
import io.weir.testkit.AsyncItems;
import io.weir.testkit.Race;
import io.weir.testkit.TestSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The flattening stages on real threads, a second each: upstream, several inner streams, a requester, and perhaps somebody who
 * cancels or refuses. The subscriber and, in every other round, the stage itself do without fences of their own, which would
 * hide what is looked for: a wake-up that is lost.
 */
class SpeedRacesTest {
    private static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(1_000);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int ITEMS = 12;
    private static final int WRITERS = 2;
    private static final int BURST = 3; // what one writer writes in a round
    private static final int LINE = 64; // in ints: so far apart that they share no cache line
    private static final int OF_A_STREAM = 5;

    private static final ExecutorService POOL = Executors.newFixedThreadPool(3, task -> {
        Thread thread = new Thread(task, "speed race");
        thread.setDaemon(true);
        return thread;
    });

    @AfterAll
    static void stop() {
        POOL.shutdownNow();
    }

    private enum Meddler {
        NOBODY,
        CANCELLER,
        REFUSER
    }

    private interface Making {
        Operator<Integer, Integer> operator(FlattenOptions options, Function<Integer, Publisher<Integer>> streams);
    }

    // ------------------------------------------------------------------------------------------------- the races

    @Test
    void concatMapOfStreamsOnSeveralThreads() {
        repeat(Meddler.NOBODY, true, (options, streams) -> concatMap(options, streams::apply));
    }

    @Test
    void mergeMapOfStreamsOnSeveralThreads() {
        repeat(
                Meddler.NOBODY,
                true,
                (options, streams) -> mergeMap(options.concurrency(3).prefetch(2), streams::apply));
    }

    @Test
    void mergeMapWithoutLimits() {
        repeat(Meddler.NOBODY, true, (options, streams) -> mergeMap(options.concurrency(8), streams::apply));
    }

    @Test
    void switchMapOfStreamsOnSeveralThreads() {
        repeat(Meddler.NOBODY, false, (options, streams) -> switchMap(options, streams::apply));
    }

    @Test
    void concatMapMeetsACanceller() {
        repeat(Meddler.CANCELLER, true, (options, streams) -> concatMap(options, streams::apply));
    }

    @Test
    void mergeMapMeetsACanceller() {
        repeat(Meddler.CANCELLER, true, (options, streams) -> mergeMap(options.concurrency(3), streams::apply));
    }

    @Test
    void switchMapMeetsACanceller() {
        repeat(Meddler.CANCELLER, false, (options, streams) -> switchMap(options, streams::apply));
    }

    @Test
    void everyOperatorMeetsARefuser() {
        repeat(Meddler.REFUSER, true, (options, streams) -> concatMap(options, streams::apply));
        repeat(Meddler.REFUSER, true, (options, streams) -> mergeMap(options.concurrency(3), streams::apply));
        repeat(Meddler.REFUSER, false, (options, streams) -> switchMap(options, streams::apply));
    }

    /** A pass that leaves items says so, and looks at the demand once more. */
    @Test
    void mergeMapMeetsDemandInTheMomentInWhichAnItemBeginsToWait() {
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < BUDGET_NANOS; i++) {
            TestSource<TestSource<Integer>> outer = new TestSource<>();
            TestSource<Integer> inner = new TestSource<>();
            Receiver receiver = new Receiver();
            mergeMap(2, (TestSource<Integer> s) -> (Publisher<Integer>) s)
                    .apply(outer)
                    .subscribe(receiver);
            outer.send(inner);
            int spins = i % 40;
            Race.between(
                    () -> {
                        Round.spin(spins);
                        receiver.request(1);
                    },
                    () -> inner.send(7));
            assertThat(receiver.items()).as("round %s", i).containsExactly(7);
        }
    }

    // -------------------------------------------------------------------------------------------- the loop itself

    /** Each thread writes with release, then asks for a pass; when all are back, a pass has seen the last of all. */
    private static final class Watching extends DrainLoop {
        private final AtomicIntegerArray written = new AtomicIntegerArray((WRITERS + 1) * LINE);
        private final int[] seen = new int[WRITERS]; // owned by the pass

        @Override
        protected void pass() {
            for (int i = 0; i < seen.length; i++) {
                seen[i] = written.getAcquire((i + 1) * LINE);
            }
        }

        void write(int who, int value) {
            written.setRelease((who + 1) * LINE, value);
            drain();
        }
    }

    @Test
    void aPassSeesWhatWasWrittenBeforeItWasAskedFor() throws Exception {
        Watching watching = new Watching();
        AtomicInteger arrived = new AtomicInteger();
        AtomicInteger round = new AtomicInteger();
        for (int i = 1; i < WRITERS; i++) {
            int who = i;
            POOL.execute(() -> {
                for (int r = 1; r > 0; r++) {
                    while (round.get() < r) {
                        if (round.get() < 0) {
                            return;
                        }
                        Thread.onSpinWait();
                    }
                    burst(watching, who, r);
                    arrived.incrementAndGet();
                }
            });
        }
        long start = System.nanoTime();
        try {
            for (int r = 1; System.nanoTime() - start < BUDGET_NANOS; r++) {
                int expected = r * BURST;
                int all = r * (WRITERS - 1);
                round.set(r);
                burst(watching, 0, r);
                Round.await("all come back", () -> arrived.get() == all);
                assertThat(watching.idle()).isTrue();
                assertThat(watching.seen).as("round %s", r).containsOnly(expected);
            }
        } finally {
            round.set(-1);
        }
    }

    private static void burst(Watching watching, int who, int round) {
        for (int k = 1; k <= BURST; k++) {
            watching.write(who, (round - 1) * BURST + k);
        }
    }

    private static void repeat(Meddler meddler, boolean keepsAll, Making making) {
        long budget = meddler == Meddler.REFUSER ? BUDGET_NANOS / 2 : BUDGET_NANOS;
        long start = System.nanoTime();
        for (int seed = 0; seed < 20 || System.nanoTime() - start < budget; seed++) {
            try {
                new Round(seed, meddler, keepsAll, making).play();
            } catch (AssertionError e) {
                throw new AssertionError("round " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    // -------------------------------------------------------------------------------------------------- a round

    private static final class Round {
        private final Random random;
        private final Meddler meddler;
        private final boolean keepsAll;
        private final boolean probed;
        private final int kinds;
        private final AtomicInteger tasks = new AtomicInteger();
        private final Totals totals = new Totals();
        private final Receiver receiver = new Receiver();
        private final Publisher<Integer> stage;

        Round(int seed, Meddler meddler, boolean keepsAll, Making making) {
            this.random = new Random(seed);
            this.meddler = meddler;
            this.keepsAll = keepsAll;
            this.probed = seed % 2 == 0;
            this.kinds = 1 + random.nextInt(4);
            FlattenOptions options = FlattenOptions.defaults();
            List<Integer> items = IntStream.range(0, ITEMS).boxed().toList();
            stage = making.operator(probed ? options.with(StageSettings.NONE.probe(totals)) : options, this::streamOf)
                    .apply(new AsyncItems<>(items, this::execute));
        }

        private void execute(Runnable task) {
            tasks.incrementAndGet();
            POOL.execute(() -> {
                try {
                    task.run();
                } finally {
                    tasks.decrementAndGet();
                }
            });
        }

        /** Items n * 10 and following; the kinds of streams alternate, and some rounds have one kind only. */
        private Publisher<Integer> streamOf(int n) {
            List<Integer> items =
                    IntStream.range(n * 10, n * 10 + OF_A_STREAM).boxed().toList();
            return switch (n % kinds) {
                case 0 -> new AsyncItems<>(items, this::execute);
                case 1 -> Weir.just(n * 10);
                case 2 -> Weir.range(n * 10, OF_A_STREAM);
                default -> new AsyncItems<>(items.subList(0, 1), Runnable::run);
            };
        }

        private List<Integer> all() {
            List<Integer> all = new ArrayList<>();
            for (int n = 0; n < ITEMS; n++) {
                int size = n % kinds == 0 || n % kinds == 2 ? OF_A_STREAM : 1;
                IntStream.range(n * 10, n * 10 + size).forEach(all::add);
            }
            return all;
        }

        void play() {
            stage.subscribe(receiver);
            boolean meddled = false;
            int moment = random.nextInt(40);
            int most = 1 + random.nextInt(4);
            boolean patient =
                    random.nextBoolean(); // asks for more when it has got all: then nothing heals what is lost
            long start = System.nanoTime();
            for (int i = 0; !receiver.ended() && !(meddled && meddler == Meddler.CANCELLER); i++) {
                if (meddler != Meddler.NOBODY && i == moment) {
                    meddled = true;
                    meddle();
                } else if (patient ? receiver.hasAll() : receiver.requested.get() <= ITEMS * OF_A_STREAM || meddled) {
                    receiver.request(1 + random.nextInt(most));
                } else if (meddler != Meddler.NOBODY && !meddled) {
                    i = Math.max(i, moment - 1); // all is requested: now or never
                }
                spin(random.nextInt(100));
                assertThat(System.nanoTime() - start)
                        .as(
                                "no end: %s of %s requested, %s delivered, probe %s, tasks %s",
                                receiver.requested, all().size(), receiver.count(), totals, tasks)
                        .isLessThan(PATIENCE_NANOS);
            }
            await("tasks come to rest", () -> tasks.get() == 0);
            check(meddled);
        }

        private void meddle() {
            if (meddler == Meddler.CANCELLER) {
                receiver.subscription.cancel();
            } else {
                receiver.subscription.request(-1);
            }
        }

        private void check(boolean meddled) {
            assertThat(receiver.breaches).isEmpty();
            List<Integer> items = receiver.items();
            assertThat(items).doesNotHaveDuplicates();
            assertThat(all()).containsAll(items);
            for (int n = 0; n < ITEMS; n++) {
                int stream = n;
                assertThat(items.stream().filter(i -> i / 10 == stream)).isSorted();
            }
            if (!meddled) {
                assertThat(receiver.completed).isTrue();
                if (keepsAll) {
                    assertThat(items).hasSameSizeAs(all());
                } else {
                    assertThat(items)
                            .containsAll(all().stream()
                                    .filter(i -> i / 10 == ITEMS - 1)
                                    .toList());
                }
            } else if (meddler == Meddler.REFUSER && !receiver.completed) {
                assertThat(receiver.error).isInstanceOf(IllegalArgumentException.class);
            }
            if (probed) {
                await(
                        "conservation: " + totals,
                        () -> totals.received.get()
                                == totals.expanded.get() + totals.emitted.get() + totals.dropped.get());
                assertThat(totals.emitted.get()).isEqualTo(items.size());
                assertThat(totals.waiting).isZero();
            }
        }

        private static void await(String what, BooleanSupplier condition) {
            long start = System.nanoTime();
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime() - start).as(what).isLessThan(PATIENCE_NANOS);
                Thread.onSpinWait();
            }
        }

        private static void spin(int spins) {
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
        }
    }

    /** Looks at itself with plain reads and ordered writes only. */
    private static final class Receiver implements Subscriber<Integer> {
        private final AtomicLong requested = new AtomicLong();
        private final AtomicInteger inSignal = new AtomicInteger();
        private final AtomicInteger count = new AtomicInteger();
        private final int[] items = new int[ITEMS * OF_A_STREAM];
        private final List<String> breaches = new ArrayList<>();
        private volatile Subscription subscription;
        private volatile boolean completed;
        private volatile Throwable error;

        void request(long n) {
            requested.addAndGet(n);
            subscription.request(n);
        }

        boolean ended() {
            return completed || error != null;
        }

        boolean hasAll() {
            return count.get() == requested.get();
        }

        int count() {
            return count.get();
        }

        List<Integer> items() {
            return IntStream.range(0, count.get()).mapToObj(i -> items[i]).toList();
        }

        @Override
        public void onSubscribe(Subscription s) {
            subscription = s;
        }

        @Override
        public void onNext(Integer item) {
            enter("onNext");
            int n = count.getPlain();
            if (n >= requested.get()) {
                breach("onNext without demand");
            }
            items[n] = item;
            count.lazySet(n + 1);
            inSignal.lazySet(0);
        }

        @Override
        public void onError(Throwable t) {
            enter("onError");
            error = t;
        }

        @Override
        public void onComplete() {
            enter("onComplete");
            completed = true;
        }

        private void enter(String signal) {
            if (inSignal.getPlain() != 0) {
                breach(signal + " within another signal, or after the end");
            }
            inSignal.lazySet(1);
        }

        private synchronized void breach(String what) {
            breaches.add(what);
        }
    }

    private static final class Totals implements Probe {
        private final AtomicLong received = new AtomicLong();
        private final AtomicLong expanded = new AtomicLong();
        private final AtomicLong emitted = new AtomicLong();
        private final AtomicLong dropped = new AtomicLong();
        private volatile long waiting;

        @Override
        public void received(Object item) {
            received.incrementAndGet();
        }

        @Override
        public void expanded(Object item) {
            expanded.incrementAndGet();
        }

        @Override
        public void emitted(Object item) {
            emitted.incrementAndGet();
        }

        @Override
        public void waiting(long depth, long capacity) {
            waiting = depth;
        }

        @Override
        public void dropped(Object item, DropReason reason) {
            dropped.incrementAndGet();
        }

        @Override
        public String toString() {
            return List.of(received, expanded, emitted, dropped, waiting).toString();
        }
    }
}
