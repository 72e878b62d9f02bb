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
        "buffer.dropNewest",
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
        OperatorRow row = OperatorRow.named(operator);
        Work work = row.work();
        int outer = row.outer(ITEMS);
        Publisher<Integer> source = new NeutralSource(outer);
        Publisher<Integer> inner = new NeutralSource(row.innerSize());
        Work.Mapper mapper = item -> inner;
        long batch = Rounds.batch(demand);
        run = switch (by) {
            case "floor" -> Rounds.plain(work.flattens() ? Floor.flatten(outer, inner) : Floor.loop(outer), batch);
            case "weir" -> Rounds.plain(work.weir(new Work.Plain(source), mapper), batch);
            case "reactor" -> Rounds.plain(work.reactor(Flux.from(source), mapper), batch);
            case "rxjava" -> Rounds.plain(work.rxjava(Flowable.fromPublisher(source), mapper), batch);
            case "reactor native" -> Rounds.ofReactor(work.reactor(Flux.from(source), mapper), batch);
            case "rxjava native" -> Rounds.ofRxJava(work.rxjava(Flowable.fromPublisher(source), mapper), batch);
            default -> throw new IllegalArgumentException("nobody is called " + by);
        };
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long items(Blackhole blackhole) {
        return Rounds.complete(run.apply(blackhole), ITEMS);
    }
}
