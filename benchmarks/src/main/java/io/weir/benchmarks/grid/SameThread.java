package io.weir.benchmarks.grid;

import io.reactivex.rxjava3.core.Flowable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Everything on one thread, from a neutral source. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SameThread {
    static final int ITEMS = 100_000;

    @Param({
        "drop",
        "buffer",
        "buffer.dropOldest",
        "latest",
        "map",
        "filter",
        "take",
        "concatMap of 1",
        "concatMap of 10",
        "concatMap of 1000",
        "mergeMap of 1",
        "mergeMap of 10",
        "mergeMap of 1000",
        "switchMap of 1",
        "switchMap of 10",
        "switchMap of 1000"
    })
    String operator = "";

    @Param({"unbounded", "128", "1"})
    String demand = "";

    @Param({"floor", "weir", "reactor", "rxjava", "reactor native", "rxjava native"})
    String by = "";

    private Function<Blackhole, Sink> run = blackhole -> new Sink(blackhole, 1);

    @Setup
    public void setUp() {
        String[] words = operator.split(" of ", 2);
        Work work = Work.named(words[0]);
        long batch = demand.equals("unbounded") ? Long.MAX_VALUE : Long.parseLong(demand);
        int innerSize = work.flattens() ? Integer.parseInt(words[1]) : 1;
        Publisher<Integer> inner = new NeutralSource(innerSize);
        int outer = ITEMS / innerSize;
        Publisher<Integer> source = new NeutralSource(outer);
        run = switch (by) {
            case "floor" -> plain(work.flattens() ? Floor.flatten(outer, inner) : Floor.loop(outer), batch);
            case "weir" -> plain(work.weir(source, inner), batch);
            case "reactor" -> plain(work.reactor(Flux.from(source), inner), batch);
            case "rxjava" -> plain(work.rxjava(Flowable.fromPublisher(source), inner), batch);
            case "reactor native" -> {
                Flux<Integer> flux = work.reactor(Flux.from(source), inner);
                yield blackhole -> {
                    Sink.OfReactor sink = new Sink.OfReactor(blackhole, batch);
                    flux.subscribe(sink);
                    return sink;
                };
            }
            case "rxjava native" -> {
                Flowable<Integer> flowable = work.rxjava(Flowable.fromPublisher(source), inner);
                yield blackhole -> {
                    Sink.OfRxJava sink = new Sink.OfRxJava(blackhole, batch);
                    flowable.subscribe(sink);
                    return sink;
                };
            }
            default -> throw new IllegalArgumentException("nobody is called " + by);
        };
    }

    private static Function<Blackhole, Sink> plain(Publisher<Integer> publisher, long batch) {
        return blackhole -> {
            Sink sink = new Sink(blackhole, batch);
            publisher.subscribe(sink);
            return sink;
        };
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long items(Blackhole blackhole) {
        return Rounds.complete(run.apply(blackhole), ITEMS);
    }
}
