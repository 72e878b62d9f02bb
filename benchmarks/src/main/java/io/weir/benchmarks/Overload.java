package io.weir.benchmarks;

import io.weir.benchmarks.Overload.Report.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A producer that is ten times faster than the consumer: whether the heap stays flat, and whether the consumer still gets its
 * items as fast as it can work on them.
 *
 * <p>The producer sends at a fixed pace on one thread; the consumer works on each item on another and asks for 128 at a time.
 * What the consumer can do is measured alone first, with a source that always has an item. With {@code sample} a third thread
 * ends a period every millisecond, and no more than that can be delivered.
 */
final class Overload {
    static final List<String> OPERATORS = List.of("buffer.dropOldest", "buffer.dropNewest", "latest", "drop", "sample");

    private static final List<String> CONTENDERS = List.of("weir", "reactor", "rxjava");
    private static final int TIMES_FASTER = 10;
    private static final int WARM_UP_SHARE = 5;
    private static final int STREAMS_ALONE = 20;
    private static final int ITEMS_ALONE = 1_000; // less than the neutral source has numbers
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(1);

    private final HotStreams streams = new HotStreams(Work.CAPACITY);
    private final Worker producer;
    private final Worker consumer;
    private final String operator;

    private volatile boolean over;

    Overload(Worker producer, Worker consumer, String operator) {
        this.producer = producer;
        this.consumer = consumer;
        this.operator = operator;
    }

    /** Puts each contender under load for so long, after a shorter time to warm up. */
    static Report measure(String operator, Duration duration) {
        try (Worker producer = new Worker("producer");
                Worker consumer = new Worker("consumer")) {
            Overload overload = new Overload(producer, consumer, operator);
            overload.nanosAlone(); // to warm up
            double ownNanos = overload.nanosAlone();
            CONTENDERS.forEach(by -> overload.run(by, ownNanos, duration.dividedBy(WARM_UP_SHARE)));
            List<Outcome> outcomes = CONTENDERS.stream()
                    .map(by -> overload.run(by, ownNanos, duration))
                    .toList();
            return new Report(operator, ownNanos, outcomes);
        }
    }

    /** What the consumer needs for an item when there always is one. */
    private double nanosAlone() {
        return await(CompletableFuture.supplyAsync(
                () -> {
                    long start = System.nanoTime();
                    for (int i = 0; i < STREAMS_ALONE; i++) {
                        WorkingSink sink = new WorkingSink();
                        new NeutralSource(ITEMS_ALONE).subscribe(sink);
                        sink.consume();
                        sink.check();
                    }
                    return (double) (System.nanoTime() - start) / STREAMS_ALONE / ITEMS_ALONE;
                },
                consumer));
    }

    /** Puts one contender under load for so long. */
    Outcome run(String by, double ownNanos, Duration duration) {
        streams.lost().forget();
        WorkingSink sink = new WorkingSink();
        streams.by(by, operator).subscribe(sink);
        over = false;
        Schedule pace = new Schedule(ownNanos / TIMES_FASTER);
        Future<?> consuming = CompletableFuture.runAsync(sink::consume, consumer);
        Future<Integer> producing = CompletableFuture.supplyAsync(() -> produce(pace), producer);
        LoadSamples samples = new LoadSamples();
        try {
            if (operator.equals("sample")) {
                try (Worker ticker = new Worker("ticker")) {
                    ticker.execute(this::tick);
                    samples.take(sink, duration);
                    over = true;
                }
            } else {
                samples.take(sink, duration);
            }
        } finally {
            over = true;
        }
        int produced = await(producing);
        double elapsed = pace.elapsedNanos();
        await(consuming);
        sink.check();
        streams.check(operator, produced, sink.delivered(), sink.newest());
        return new Outcome(
                by, produced, sink.delivered(), elapsed / produced, samples.nanosPerDelivery(), samples.heapBytes());
    }

    /** How many items were sent until the time was over. */
    private int produce(Schedule pace) {
        int i = 0;
        while (!over) {
            pace.await(i);
            if (!streams.source().emit(i)) {
                break; // which the sink and the check explain
            }
            i++;
        }
        streams.source().complete();
        return i;
    }

    private void tick() {
        while (!over) {
            LockSupport.parkNanos(PERIOD);
            streams.ticks().emit(0); // or not, when the stream has just ended
        }
    }

    private static <T> T await(Future<T> task) {
        try {
            return task.get(2 * Wait.LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a thread did not do its part", e);
        }
    }

    /**
     * What came of an overload.
     *
     * @param operator the operator that stood between producer and consumer
     * @param ownNanos what the consumer needs for an item when nothing but its own work keeps it, in nanoseconds
     * @param outcomes one for each contender
     */
    record Report(String operator, double ownNanos, List<Outcome> outcomes) {
        List<Figure> figures() {
            return outcomes.stream()
                    .flatMap(outcome -> Stream.of(
                            figure("heap growth in bytes", outcome.by(), Math.max(0, outcome.heapGrowth())),
                            figure("nanoseconds per delivery", outcome.by(), outcome.nanosPerDelivery())))
                    .toList();
        }

        private Figure figure(String what, String by, double value) {
            return new Figure("Overload", operator + ", " + what, by, value);
        }

        /**
         * What came of it for one contender.
         *
         * @param by the contender
         * @param produced items sent into the operator
         * @param delivered items that the consumer worked on
         * @param nanosPerItem the time from one produced item to the next, as the producer managed it, in nanoseconds
         * @param nanosPerDelivery the time from one delivery to the next, in nanoseconds, without the times of the heap samples
         * @param heapBytes what was in use after garbage collections, at even distances
         */
        record Outcome(
                String by,
                long produced,
                long delivered,
                double nanosPerItem,
                double nanosPerDelivery,
                List<Long> heapBytes) {
            /** How many bytes more were in use in the second half than in the first, on average; negative when it shrank. */
            double heapGrowth() {
                int half = heapBytes.size() / 2;
                return mean(heapBytes.subList(half, heapBytes.size())) - mean(heapBytes.subList(0, half));
            }

            private static double mean(List<Long> samples) {
                return samples.stream().mapToLong(Long::longValue).average().orElseThrow();
            }
        }
    }
}
