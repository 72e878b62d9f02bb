package io.weir.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A producer on one thread, which sends as fast as it can, and a consumer on another, which asks for 128 items at a time.
 *
 * <p>There is no third thread and no queue besides the operator's own. A stream delivers an item on the producer's thread
 * while it is asked for, and on the consumer's, within {@code request}, when it has waited; which of the two runs the drain
 * loop at a moment is part of what is measured. The consumer makes all its requests on its own thread, never within
 * {@code onNext}, and only counts; so this is the time that the operator and the traffic between the cores take.
 *
 * <p>The figure is the time per <em>produced</em> item, from the first item to the end of the stream. With {@code buffer} all
 * are delivered: the producer looks every 64 items at how many batches have been consumed, and holds back while the buffer
 * might overflow, by the same rule for all. The other operators drop what the consumer is too slow for, and dropping is
 * cheaper than delivering; so they have a second figure, the time per <em>delivered</em> item, and neither says much without
 * the other.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TwoThreads {
    static final int ITEMS = 200_000;

    private static final int STRIDE = 64; // items between two looks at how far the consumer is

    @Param({"buffer", "buffer.dropOldest", "buffer.dropNewest", "latest", "drop"})
    String operator = "";

    /** The floor is for {@code buffer} only. */
    @Param({"floor", "weir", "reactor", "rxjava", "reactor native", "rxjava native"})
    String by = "";

    private final HotStreams streams = new HotStreams(Work.CAPACITY);
    private final Integer[] numbers = new Integer[ITEMS];
    private @Nullable Worker consumer;

    /** The second figure. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Counters {
        /** Delivered items, of which JMH makes the time that each took. */
        public long delivered;
    }

    @Setup
    public void setUp() {
        for (int i = 0; i < ITEMS; i++) {
            numbers[i] = i;
        }
        consumer = new Worker("consumer");
    }

    @TearDown
    public void tearDown() {
        if (consumer != null) {
            consumer.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long items(Counters counters) {
        long delivered = stream(ITEMS);
        counters.delivered += delivered;
        return delivered;
    }

    /** One stream; how many items were delivered. */
    long stream(int items) {
        Worker other = consumer;
        if (other == null) {
            throw new IllegalStateException("not set up");
        }
        other.check();
        streams.lost().forget();
        BatchSink sink = streams.subscribe(by, operator);
        other.execute(sink::consume);
        sink.awaitConsumer();
        boolean holdsBack = operator.equals("buffer");
        for (int i = 0; i < items; i++) {
            if (holdsBack && i % STRIDE == 0) {
                sink.awaitConsumed(i + STRIDE - Work.CAPACITY);
            }
            if (!streams.source().emit(numbers[i])) {
                break; // which the sink and the check below explain
            }
        }
        streams.source().complete();
        Wait.until(sink::hasEnded, "the end of the stream");
        long delivered = sink.received();
        streams.check(operator, items, delivered, sink.newest());
        return delivered;
    }
}
