package io.weir.contract;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.switchMap;
import static io.weir.Operators.take;
import static io.weir.contract.Subject.Trait.LETS_WAIT;
import static io.weir.contract.Subject.Trait.TAKES_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contract.Subject.Trait;
import io.weir.testkit.AsyncItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;

/**
 * The same contract under fire: a producer, two requesters, a clock and sometimes a canceller, each on its own thread, a
 * thousand times an operator with a seed a time. Whatever they do, every item has one fate and signals never overlap.
 */
class ConcurrencyContractTest {
    private static final int ROUNDS = 1_000;
    private static final int ITEMS = 24;

    private static final ExecutorService ACTORS = Executors.newCachedThreadPool(ConcurrencyContractTest::daemon);
    private static final ExecutorService INNERS = Executors.newFixedThreadPool(3, ConcurrencyContractTest::daemon);

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    @AfterAll
    static void stop() {
        ACTORS.shutdownNow();
        INNERS.shutdownNow();
    }

    static Stream<Subject> subjects() {
        return Stream.concat(
                Subjects.all(),
                Stream.of(
                        Subject.of(buffer(3).andThen(map(item -> item)), TAKES_ALL),
                        Subject.of(drop().andThen(filter(item -> true)), TAKES_ALL),
                        Subject.of(latest().andThen(take(1_000_000)).andThen(map(item -> item)), TAKES_ALL),
                        Subject.flattening(options -> concatMap(options, ConcurrencyContractTest::asynchronous)),
                        Subject.flattening(
                                options -> concatMap(options.prefetch(3), ConcurrencyContractTest::asynchronous),
                                LETS_WAIT),
                        Subject.flattening(
                                options -> mergeMap(
                                        options.concurrency(3).prefetch(2), ConcurrencyContractTest::asynchronous),
                                LETS_WAIT),
                        Subject.flattening(
                                options -> mergeMap(options.concurrency(3), ConcurrencyContractTest::mixed), LETS_WAIT),
                        Subject.flattening(
                                options -> switchMap(options, ConcurrencyContractTest::asynchronous), TAKES_ALL),
                        Subject.flattening(options -> switchMap(options, ConcurrencyContractTest::mixed), TAKES_ALL)));
    }

    private static Publisher<Object> asynchronous(Object item) {
        return new AsyncItems<>(List.of(item + "a", item + "b", item + "c"), INNERS);
    }

    private static Publisher<Object> mixed(Object item) {
        return new AsyncItems<>(List.of(item + "a", item + "b"), item.hashCode() % 2 == 0 ? Runnable::run : INNERS);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyItemHasOneFateWhateverTheThreadsDo(Subject subject) throws Exception {
        for (int seed = 0; seed < ROUNDS; seed++) {
            try {
                new Round(subject, seed).play();
            } catch (AssertionError e) {
                throw new AssertionError(subject + " with seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static final class Round {
        private final Run run;
        private final Random random;
        private final CyclicBarrier start;
        private final List<Future<?>> actors = new ArrayList<>();
        private final boolean cancels;
        private final boolean refuses;
        private final boolean fails;

        Round(Subject subject, int seed) {
            random = new Random(seed);
            run = Run.of(subject);
            cancels = random.nextInt(4) == 0;
            refuses = random.nextInt(4) == 0;
            fails = random.nextInt(4) == 0;
            int parties = 3 + (cancels ? 1 : 0) + (refuses ? 1 : 0) + (subject.is(Trait.SAMPLES) ? 1 : 0);
            start = new CyclicBarrier(parties);
        }

        void play() throws Exception {
            run.subscribe();
            act(this::produce);
            act(requester(random.nextInt()));
            act(requester(random.nextInt()));
            if (cancels) {
                int spins = random.nextInt(2_000);
                act(() -> {
                    spin(spins);
                    run.subscriber.cancel();
                });
            }
            if (refuses) {
                int spins = random.nextInt(2_000);
                act(() -> {
                    spin(spins);
                    run.subscriber.request(-1);
                });
            }
            if (run.subject.is(Trait.SAMPLES)) {
                act(() -> {
                    for (int i = 0; i < ITEMS; i++) {
                        run.letPass();
                    }
                });
            }
            for (Future<?> actor : actors) {
                actor.get(10, TimeUnit.SECONDS);
            }
            finish();
        }

        private void act(Runnable action) {
            actors.add(ACTORS.submit(() -> {
                start.await();
                action.run();
                return null;
            }));
        }

        private void produce() {
            int sent = 0;
            for (int spins = 0; sent < ITEMS && spins < 1_000_000; spins++) {
                if (run.source.outstanding() > 0) {
                    run.source.send(sent++);
                } else if (run.subscriber.isEnded() || run.subscriber.isCancelled()) {
                    return;
                } else {
                    Thread.onSpinWait();
                }
            }
            if (fails) {
                run.source.fail(new IllegalStateException("upstream"));
            } else {
                run.source.complete();
            }
        }

        private Runnable requester(int seed) {
            return () -> {
                Random amounts = new Random(seed);
                for (int i = 0; i < ITEMS; i++) {
                    run.subscriber.request(1 + amounts.nextInt(3));
                    spin(amounts.nextInt(200));
                }
            };
        }

        /** Everybody is done: what is left must come out, and the end with it. */
        private void finish() {
            if (!run.subscriber.isEnded() && !run.subscriber.isCancelled()) {
                run.subscriber.request(Long.MAX_VALUE);
                run.letPass();
                assertThat(run.subscriber.awaitEnd()).as("the stream ends").isTrue();
            }
            settle();
            run.assertAccounted();
        }

        /** Waits for inner streams that are still at work. */
        private void settle() {
            List<Future<?>> idle = new ArrayList<>();
            CyclicBarrier all = new CyclicBarrier(3);
            for (int i = 0; i < 3; i++) {
                idle.add(INNERS.submit(() -> all.await(10, TimeUnit.SECONDS)));
            }
            idle.forEach(task -> {
                try {
                    task.get(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        private static void spin(int times) {
            for (int i = 0; i < times; i++) {
                Thread.onSpinWait();
            }
        }
    }
}
