package io.weir.benchmarks.grid;

import io.reactivex.rxjava3.core.Flowable;
import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.rxjava3.RxJavaAdapter;
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

/**
 * One operator between two of RxJava's, once RxJava's own and once this library's through the adapter. Everything else is
 * the same: source, neighbours, inner streams and subscriber. For the neighbours see {@link InsideReactor}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InsideRxJava {
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

    @Param({"weir", "rxjava native"})
    String by = "";

    private Flowable<Integer> flowable = Flowable.empty();
    private long batch;

    @Setup
    public void setUp() {
        OperatorRow row = OperatorRow.named(operator);
        Flowable<Integer> inner = Flowable.fromPublisher(new NeutralSource(row.innerSize()));
        Work.Mapper mapper = row.just() ? Flowable::just : item -> inner;
        Flowable<Integer> source =
                Flowable.fromPublisher(new NeutralSource(row.outer(ITEMS))).doOnNext(Work::ignore);
        Flowable<Integer> piece = switch (by) {
            case "weir" -> row.work().weir(new IntoFlowable(source), mapper);
            case "rxjava native" -> row.work().rxjava(source, mapper);
            default -> throw new IllegalArgumentException("nobody is called " + by);
        };
        flowable = piece.takeWhile(Work::isNumber);
        batch = Rounds.batch(demand);
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long items(Blackhole blackhole) {
        Sink.OfRxJava sink = new Sink.OfRxJava(blackhole, batch);
        flowable.subscribe(sink);
        return Rounds.complete(sink, ITEMS);
    }

    private record IntoFlowable(Flowable<Integer> source) implements Work.Pipeline<Flowable<Integer>> {
        @Override
        public Flowable<Integer> via(IdentityOperator operator) {
            return source.compose(RxJavaAdapter.via(operator));
        }

        @Override
        public Flowable<Integer> via(Operator<Integer, Integer> operator) {
            return source.compose(RxJavaAdapter.via(operator));
        }
    }
}
