package io.weir.benchmarks.grid;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * <p>The figure is the time per produced item, from the first item to the end of the stream. As delivering an item takes
 * longer than dropping it, a figure would mean little if each contender delivered as many as it happens to; so the threads
 * keep within reach of one another, by a rule that is the same for all contenders:
 *
 * <ul>
 *   <li>With {@code buffer} everything is delivered: the producer looks every 64 items at how many batches have been consumed,
 *       and holds back while the buffer might overflow.
 *   <li>With the others half is delivered: in each round of 256 items the consumer may make one request, and the producer
 *       does not begin the next before the request of the round before has been made.
 * </ul>
 *
 * <p>The floor is a bare queue in every row: it hands over everything in the row of {@code buffer}, and in the others half,
 * refusing what comes when it is full. Whoever requests from it is kept until the items have come. It is that of the traffic, not of
 * what else an operator has to do: to drop the oldest or to keep the newest is more than to refuse. {@code drop} hands nothing
 * over, and may take less.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TwoThreads {
    static final int ITEMS = 200_000;
    static final int ROUND = 2 * BatchSink.BATCH;

    private static final int STRIDE = 64; // items between two looks at how far the consumer is

    @Param({"buffer", "buffer.dropOldest", "buffer.dropNewest", "latest", "drop"})
    String operator = "";

    @Param({"floor", "weir", "reactor", "rxjava", "reactor native", "rxjava native"})
    String by = "";

    private final HotStreams streams = new HotStreams(Work.CAPACITY);
    private final Integer[] numbers = new Integer[ITEMS];
    private @Nullable Worker consumer;

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
    public long items() {
        return stream(ITEMS);
    }

    /** One stream; how many items were delivered. */
    long stream(int items) {
        Worker other = consumer;
        if (other == null) {
            throw new IllegalStateException("not set up");
        }
        other.check();
        streams.lost().forget();
        BatchSink sink = BatchSink.of(by);
        streams.subscribe(by, operator, sink);
        other.execute(sink::consume);
        if (operator.equals("buffer")) {
            sendAll(sink, items);
        } else {
            sendTwiceWhatIsAsked(sink, items);
        }
        streams.source().complete();
        Wait.until(sink::hasEnded, "the end of the stream");
        long delivered = sink.received();
        streams.check(by, operator, items, delivered, sink.newest());
        return delivered;
    }

    private void sendAll(BatchSink sink, int items) {
        sink.allowAll();
        for (int i = 0; i < items; i++) {
            if (i % STRIDE == 0) {
                sink.awaitCome(i + STRIDE - Work.CAPACITY);
            }
            send(i);
        }
    }

    private void sendTwiceWhatIsAsked(BatchSink sink, int items) {
        for (int i = 0; i < items; i++) {
            if (i % ROUND == 0) {
                int round = i / ROUND;
                sink.allow(round + 1);
                sink.awaitAsked(round);
            }
            send(i);
        }
        sink.allowAll(); // to take what waits
    }

    /** If nobody takes the item, the stream has failed, and those who look at its end say how. */
    private void send(int number) {
        streams.source().emit(numbers[number]);
    }
}
