package io.weir.benchmarks.grid;

import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.reactor.ReactorAdapter;
import java.util.concurrent.TimeUnit;
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
 * One operator between two of Reactor's, once Reactor's own and once this library's through the adapter. Everything else is
 * the same: source, neighbours, inner streams and subscriber.
 *
 * <p>The neighbours pass every item and every request on, and neither is of the kind of the other, or of an operator that is
 * measured: to the JIT it matters how many of one kind follow one another.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InsideReactor {
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
        "concatMap of just",
        "mergeMap of 1",
        "mergeMap of 10",
        "mergeMap of 1000",
        "mergeMap of just",
        "switchMap of 1",
        "switchMap of 10",
        "switchMap of 1000",
        "switchMap of just"
    })
    String operator = "";

    @Param({"unbounded", "128", "1"})
    String demand = "";

    @Param({"weir", "reactor native"})
    String by = "";

    private Flux<Integer> flux = Flux.empty();
    private long batch;

    @Setup
    public void setUp() {
        OperatorRow row = OperatorRow.named(operator);
        Flux<Integer> inner = Flux.from(new NeutralSource(row.innerSize()));
        Work.Mapper mapper = row.just() ? Flux::just : item -> inner;
        Flux<Integer> source = Flux.from(new NeutralSource(row.outer(ITEMS))).doOnNext(Work::ignore);
        Flux<Integer> piece = switch (by) {
            case "weir" -> row.work().weir(new IntoFlux(source), mapper);
            case "reactor native" -> row.work().reactor(source, mapper);
            default -> throw new IllegalArgumentException("nobody is called " + by);
        };
        flux = piece.takeWhile(Work::isNumber);
        batch = Rounds.batch(demand);
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long items(Blackhole blackhole) {
        Sink.OfReactor sink = new Sink.OfReactor(blackhole, batch);
        flux.subscribe(sink);
        return Rounds.complete(sink, ITEMS);
    }

    private record IntoFlux(Flux<Integer> source) implements Work.Pipeline<Flux<Integer>> {
        @Override
        public Flux<Integer> via(IdentityOperator operator) {
            return source.transform(ReactorAdapter.via(operator));
        }

        @Override
        public Flux<Integer> via(Operator<Integer, Integer> operator) {
            return source.transform(ReactorAdapter.via(operator));
        }
    }
}
