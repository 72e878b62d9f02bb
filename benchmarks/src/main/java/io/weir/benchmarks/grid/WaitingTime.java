package io.weir.benchmarks.grid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long an item is on its way from a producer on one thread to a consumer that asks for batches on another.
 *
 * <p>The producer is paced: each item has a time at which it is due, however late the one before was, and the figure counts
 * from that time to the call of {@code onNext} for the item, on whichever thread. It holds the time that the item waits
 * because the operator works, because the consumer has not yet asked, or because either thread does not get a core; of
 * those that drop, only what is delivered has such a time. The floor is a bare queue.
 *
 * <p>The rate is the same for all contenders of an operator: half of the highest that the slowest of them sustains, which is
 * found first, by the same producer and consumer without a pace. Between two threads one stream may take several times as long
 * as the next; what a contender sustains is therefore what the slowest of its streams reached. This also warms up all of them
 * before any is measured. Then they take turns, many rounds each and each time another first, so that a disturbance from outside
 * hits no one alone.
 *
 * <p>Each round gives a median and a 99th percentile. The latter is the time that a thread without a core makes others wait, as
 * much as anything that an operator does: one must look at its spread. The longest wait of all is nothing else, and is not told.
 */
public final class WaitingTime {
    public static final List<String> OPERATORS =
            List.of("buffer", "buffer.dropOldest", "buffer.dropNewest", "latest"); // in drop nothing waits

    private static final String FLOOR = "floor";
    static final List<String> CONTENDERS =
            List.of(FLOOR, "weir", "reactor", "rxjava", "reactor native", "rxjava native");
    private static final double SHARE_OF_HIGHEST_RATE = 0.5;
    static final int ROUNDS = 15;
    private static final int UNPACED_ITEMS = 200_000;

    // The producer holds back when the buffer might overflow, and its items become late; the more room, the less often.
    private static final int CAPACITY = 1 << 16;
    private static final int STRIDE = 64; // items between two looks at how far the consumer is

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
    private static final int DIGITS = 3;

    private final HotStreams streams = new HotStreams(CAPACITY);
    private final Worker consumer;
    private final String operator;

    WaitingTime(Worker consumer, String operator) {
        this.consumer = consumer;
        this.operator = operator;
    }

    /** Measures all contenders for so long, and about as long again for the warm-up and the rate. */
    public static List<Figure> measure(String operator, Duration perContender) {
        try (Worker consumer = new Worker("consumer")) {
            return new WaitingTime(consumer, operator).figures(perContender);
        }
    }

    /** How long {@link #measure} will take, about. */
    public static Duration expected(Duration perContender) {
        return perContender.multipliedBy(2L * CONTENDERS.size());
    }

    private List<Figure> figures(Duration perContender) {
        CONTENDERS.forEach(by -> nanosPerItem(by, perContender.dividedBy(2)));
        double slowest = CONTENDERS.stream()
                .filter(by -> !by.equals(FLOOR))
                .mapToDouble(by -> nanosPerItem(by, perContender.dividedBy(2)))
                .max()
                .orElseThrow();
        double interval = slowest / SHARE_OF_HIGHEST_RATE;
        int items = (int) Math.max(1, perContender.dividedBy(ROUNDS).toNanos() / interval);
        List<Figure> figures = new ArrayList<>();
        List<String> turns = new ArrayList<>(CONTENDERS);
        for (int round = 0; round < ROUNDS; round++) {
            for (String by : turns) {
                Histogram waits = new Histogram(LONGEST, DIGITS);
                stream(by, items, interval, waits);
                figures.add(figure("p50", by, waits.getValueAtPercentile(50)));
                figures.add(figure("p99", by, waits.getValueAtPercentile(99)));
            }
            Collections.rotate(turns, 1);
        }
        return figures;
    }

    private Figure figure(String which, String by, long nanos) {
        return new Figure("WaitingTime", operator + ", " + which, by, nanos);
    }

    /** How long an item takes, in the slowest of many streams, when the producer is as fast as it can. */
    private double nanosPerItem(String by, Duration duration) {
        Histogram unused = new Histogram(LONGEST, DIGITS);
        double elapsed = 0;
        double slowest = 0;
        while (elapsed < duration.toNanos()) {
            double nanos = stream(by, UNPACED_ITEMS, 0, unused);
            elapsed += nanos;
            slowest = Math.max(slowest, nanos);
        }
        return slowest / UNPACED_ITEMS;
    }

    /** One stream of so many items, so many nanoseconds apart; how long it took. */
    double stream(String by, int items, double interval, Histogram waits) {
        consumer.check();
        streams.lost().forget();
        Schedule pace = new Schedule(interval);
        BatchSink sink = BatchSink.of(by, number -> waits.recordValue(Math.min(LONGEST, pace.lateness(number))));
        streams.subscribe(by, operator, sink);
        sink.allowAll();
        consumer.execute(sink::consume);
        boolean holdsBack = operator.equals("buffer");
        for (int i = 0; i < items; i++) {
            if (holdsBack && i % STRIDE == 0) {
                sink.awaitCome(i + STRIDE - CAPACITY);
            }
            pace.await(i);
            if (!streams.source().emit(i)) {
                break; // which the sink and the check below explain
            }
        }
        streams.source().complete();
        Wait.until(sink::hasEnded, "the end of the stream");
        double elapsed = pace.elapsedNanos();
        streams.check(by, operator, items, sink.received(), sink.newest());
        return elapsed;
    }
}
