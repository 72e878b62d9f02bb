package io.weir.benchmarks.grid;

import io.reactivex.rxjava3.core.Flowable;
import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.Weir;
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
import reactor.core.publisher.Flux;

/**
 * Each library at home: its own source, the inner streams that its users would write in the mapper, a subscriber of the
 * kind it trusts, and whatever its pieces do for one another behind the protocol.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OwnSource {
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
        "concatMap of just",
        "concatMap of 10",
        "concatMap of 1000",
        "mergeMap of just",
        "mergeMap of 10",
        "mergeMap of 1000",
        "switchMap of just",
        "switchMap of 10",
        "switchMap of 1000"
    })
    String operator = "";

    @Param({"unbounded", "128"})
    String demand = "";

    @Param({"weir", "reactor native", "rxjava native"})
    String by = "";

    private Function<Blackhole, Sink> run = blackhole -> new Sink(blackhole, 1);

    @Setup
    public void setUp() {
        OperatorRow row = OperatorRow.named(operator);
        int outer = row.outer(ITEMS);
        long batch = Rounds.batch(demand);
        run = switch (by) {
            case "weir" -> weir(row, outer, batch);
            case "reactor native" -> reactor(row, outer, batch);
            case "rxjava native" -> rxjava(row, outer, batch);
            default -> throw new IllegalArgumentException("nobody is called " + by);
        };
    }

    private static Function<Blackhole, Sink> weir(OperatorRow row, int outer, long batch) {
        int size = row.innerSize();
        Work.Mapper mapper = row.just() ? Weir::just : item -> Weir.range(0, size);
        Weir<Integer> stream = row.work().weir(new IntoWeir(Weir.range(0, outer)), mapper);
        return Rounds.plain(stream, batch);
    }

    private static Function<Blackhole, Sink> reactor(OperatorRow row, int outer, long batch) {
        int size = row.innerSize();
        Work.Mapper mapper = row.just() ? Flux::just : item -> Flux.range(0, size);
        Flux<Integer> flux = row.work().reactor(Flux.range(0, outer), mapper);
        return Rounds.ofReactor(flux, batch);
    }

    private static Function<Blackhole, Sink> rxjava(OperatorRow row, int outer, long batch) {
        int size = row.innerSize();
        Work.Mapper mapper = row.just() ? Flowable::just : item -> Flowable.range(0, size);
        Flowable<Integer> flowable = row.work().rxjava(Flowable.range(0, outer), mapper);
        return Rounds.ofRxJava(flowable, batch);
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long items(Blackhole blackhole) {
        return Rounds.complete(run.apply(blackhole), ITEMS);
    }

    private record IntoWeir(Weir<Integer> source) implements Work.Pipeline<Weir<Integer>> {
        @Override
        public Weir<Integer> via(IdentityOperator operator) {
            return source.via(operator);
        }

        @Override
        public Weir<Integer> via(Operator<Integer, Integer> operator) {
            return source.via(operator);
        }
    }
}
