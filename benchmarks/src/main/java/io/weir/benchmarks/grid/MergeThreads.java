package io.weir.benchmarks.grid;

import static io.weir.Operators.mergeMap;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.weir.flatten.FlattenOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/**
 * Four inner streams at once, which send on two threads: two streams on each, in turns, as each is asked for more.
 *
 * <p>The inner streams heed demand; a request is a task for the thread of the stream. As the libraries prefetch different
 * numbers of items by default, and so would hand over different numbers of such tasks, all prefetch 128 here.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MergeThreads {
    static final int INNERS = 4;
    static final int INNER_ITEMS = 25_000;

    private static final int PREFETCH = 128;

    @Param({"mergeMap"})
    String operator = "";

    @Param({"weir", "reactor", "rxjava", "reactor native", "rxjava native"})
    String by = "";

    private final Publisher<Integer> outer = new NeutralSource(INNERS);
    private final long innerSum = sumOf(INNER_ITEMS);
    private List<Worker> workers = List.of();

    @Setup
    public void setUp() {
        if (!operator.equals("mergeMap")) {
            throw new IllegalArgumentException("only mergeMap merges, not " + operator);
        }
        workers = List.of(new Worker("first sender"), new Worker("second sender"));
    }

    @TearDown
    public void tearDown() {
        workers.forEach(Worker::close);
    }

    @Benchmark
    @OperationsPerInvocation(INNERS * INNER_ITEMS)
    public long items() {
        return stream(INNER_ITEMS, innerSum);
    }

    /** One stream of so many items from each inner stream, which add up to so much; how many came in all. */
    long stream(int innerItems, long innerSum) {
        workers.forEach(Worker::check);
        Publisher<Integer> source = new NeutralSource(innerItems);
        List<Publisher<Integer>> inners = IntStream.range(0, INNERS)
                .<Publisher<Integer>>mapToObj(i -> new OnWorker(source, workers.get(i % workers.size())))
                .toList();
        return subscribe(inners).awaitAll((long) INNERS * innerItems, INNERS * innerSum);
    }

    private MergeSink subscribe(List<Publisher<Integer>> inners) {
        switch (by) {
            case "weir" -> {
                MergeSink sink = new MergeSink();
                FlattenOptions options =
                        FlattenOptions.defaults().concurrency(INNERS).prefetch(PREFETCH);
                mergeMap(options, (Integer i) -> inners.get(i)).apply(outer).subscribe(sink);
                return sink;
            }
            case "reactor" -> {
                MergeSink sink = new MergeSink();
                reactor(inners).subscribe(sink);
                return sink;
            }
            case "rxjava" -> {
                MergeSink sink = new MergeSink();
                rxjava(inners).subscribe(sink);
                return sink;
            }
            case "reactor native" -> {
                MergeSink.OfReactor sink = new MergeSink.OfReactor();
                reactor(inners).subscribe((CoreSubscriber<Integer>) sink);
                return sink;
            }
            case "rxjava native" -> {
                MergeSink.OfRxJava sink = new MergeSink.OfRxJava();
                rxjava(inners).subscribe((FlowableSubscriber<Integer>) sink);
                return sink;
            }
            default -> throw new IllegalArgumentException("nobody is called " + by);
        }
    }

    private Flux<Integer> reactor(List<Publisher<Integer>> inners) {
        return Flux.from(outer).flatMap(inners::get, INNERS, PREFETCH);
    }

    private Flowable<Integer> rxjava(List<Publisher<Integer>> inners) {
        return Flowable.fromPublisher(outer).flatMap(inners::get, false, INNERS, PREFETCH);
    }

    static long sumOf(int items) {
        return IntStream.range(0, items).mapToLong(NeutralSource::number).sum();
    }
}
