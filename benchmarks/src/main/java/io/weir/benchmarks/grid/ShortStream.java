package io.weir.benchmarks.grid;

import io.reactivex.rxjava3.core.Flowable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The life of a stream of one item: put together, subscribed to, one item, the end. Only the source is there
 * before, as each library takes it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ShortStream {
    static final int ITEMS = 1;

    @Param({
        "drop",
        "buffer",
        "buffer.dropOldest",
        "buffer.dropNewest",
        "latest",
        "map",
        "filter",
        "take",
        "concatMap",
        "mergeMap",
        "switchMap"
    })
    String operator = "";

    @Param({"weir", "reactor", "rxjava", "reactor native", "rxjava native"})
    String by = "";

    private Function<Blackhole, Sink> run = blackhole -> new Sink(blackhole, 1);

    @Setup
    public void setUp() {
        Work work = Work.named(operator);
        Publisher<Integer> neutral = new NeutralSource(ITEMS);
        Work.Plain source = new Work.Plain(neutral);
        Flux<Integer> flux = Flux.from(neutral);
        Flowable<Integer> flowable = Flowable.fromPublisher(neutral);
        Publisher<Integer> inner = new NeutralSource(1);
        run = switch (by) {
            case "weir" -> blackhole -> plain(work.weir(source, item -> inner), blackhole);
            case "reactor" -> blackhole -> plain(work.reactor(flux, item -> inner), blackhole);
            case "rxjava" -> blackhole -> plain(work.rxjava(flowable, item -> inner), blackhole);
            case "reactor native" ->
                blackhole -> {
                    Sink.OfReactor sink = new Sink.OfReactor(blackhole, Long.MAX_VALUE);
                    work.reactor(flux, item -> inner).subscribe(sink);
                    return sink;
                };
            case "rxjava native" ->
                blackhole -> {
                    Sink.OfRxJava sink = new Sink.OfRxJava(blackhole, Long.MAX_VALUE);
                    work.rxjava(flowable, item -> inner).subscribe(sink);
                    return sink;
                };
            default -> throw new IllegalArgumentException("nobody is called " + by);
        };
    }

    private static Sink plain(Publisher<Integer> publisher, Blackhole blackhole) {
        Sink sink = new Sink(blackhole, Long.MAX_VALUE);
        publisher.subscribe(sink);
        return sink;
    }

    @Benchmark
    public long stream(Blackhole blackhole) {
        return Rounds.complete(run.apply(blackhole), ITEMS);
    }
}
