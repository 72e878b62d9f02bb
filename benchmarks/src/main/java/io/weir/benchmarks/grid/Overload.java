package io.weir.benchmarks.grid;

import io.weir.benchmarks.grid.LoadSamples.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A producer that is ten times faster than the consumer: whether the consumer still gets its items as fast as it can work on
 * them, and whether the heap stays flat.
 *
 * <p>The producer sends at a fixed pace on one thread; the consumer works on each item on another and asks for 128 at a time.
 * What the consumer can do is measured alone before and after, with a source that always has an item: that is the floor. With
 * {@code sample} a third thread ends a period every millisecond, and the floor is that period.
 *
 * <p>The time is divided into tenths. Each gives a figure of the time between deliveries, and after each the garbage is
 * collected and what is in use counted. The peers need not be watched for longer than it takes to see that they are sound.
 */
public final class Overload {
    public static final List<String> OPERATORS =
            List.of("buffer.dropOldest", "buffer.dropNewest", "latest", "drop", "sample");

    /** The grid of what is not compared, but shown as it went on. */
    public static final String IN_TIME = "OverloadInTime";

    private static final String GRID = Overload.class.getSimpleName();
    private static final String OURS = "weir";
    private static final List<String> CONTENDERS = List.of(OURS, "reactor", "rxjava");
    private static final Duration LONGEST_FOR_PEERS = Duration.ofSeconds(10);
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(2);
    private static final int WARM_UP_SHARE = 5;
    private static final int TIMES_FASTER = 10;
    private static final int STREAMS_ALONE = 200;
    private static final int ITEMS_ALONE = 1_000; // less than the neutral source has numbers
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double MIB = 1024 * 1024;

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

    /** Puts each contender under load, ours for so long, after a shorter time to warm up. */
    public static List<Figure> measure(String operator, Duration duration) {
        try (Worker producer = new Worker("producer");
                Worker consumer = new Worker("consumer")) {
            return new Overload(producer, consumer, operator).figures(duration);
        }
    }

    /** How long {@link #measure} will take, about. */
    public static Duration expected(Duration duration) {
        return CONTENDERS.stream()
                .map(by -> length(by, duration).plus(warmUp(duration)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration length(String by, Duration duration) {
        return by.equals(OURS) ? duration : shorter(duration, LONGEST_FOR_PEERS);
    }

    private static Duration warmUp(Duration duration) {
        return shorter(duration.dividedBy(WARM_UP_SHARE), LONGEST_WARM_UP);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private List<Figure> figures(Duration duration) {
        nanosAlone(); // to warm up
        double ownNanos = nanosAlone();
        CONTENDERS.forEach(by -> run(by, ownNanos, warmUp(duration)));
        List<Figure> figures = new ArrayList<>();
        figures.add(floor(ownNanos));
        for (String by : CONTENDERS) {
            List<Sample> samples = run(by, ownNanos, length(by, duration)).samples();
            for (int i = 0; i < samples.size(); i++) {
                Sample sample = samples.get(i);
                String tenth = String.valueOf(i + 1);
                double perSecond = NANOS_PER_SECOND / sample.nanosPerDelivery();
                figures.add(new Figure(GRID, operator, by, sample.nanosPerDelivery()));
                figures.add(
                        new Figure(IN_TIME, operator + ", " + by + ": MiB in use", tenth, sample.heapBytes() / MIB));
                figures.add(new Figure(IN_TIME, operator + ", " + by + ": deliveries per second", tenth, perSecond));
            }
        }
        figures.add(floor(nanosAlone()));
        return figures;
    }

    private Figure floor(double ownNanos) {
        return new Figure(GRID, operator, "floor", operator.equals("sample") ? PERIOD : ownNanos);
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
        LoadSamples load = new LoadSamples();
        try {
            if (operator.equals("sample")) {
                try (Worker ticker = new Worker("ticker")) {
                    ticker.execute(this::tick);
                    load.take(sink, duration);
                    over = true;
                }
            } else {
                load.take(sink, duration);
            }
        } finally {
            over = true;
        }
        int produced = await(producing);
        await(consuming);
        sink.check();
        streams.check(by, operator, produced, sink.delivered(), sink.newest());
        return new Outcome(produced, sink.delivered(), load.samples());
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
     * What came of it for one contender.
     *
     * @param produced items sent into the operator
     * @param delivered items that the consumer worked on
     * @param samples what was seen meanwhile
     */
    record Outcome(long produced, long delivered, List<Sample> samples) {}
}
