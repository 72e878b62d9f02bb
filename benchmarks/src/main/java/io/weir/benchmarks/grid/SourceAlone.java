package io.weir.benchmarks.grid;

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

/** What the neutral source and the subscriber take with no operator between them, beside each of the floors. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SourceAlone {
    static final int ITEMS = 100_000;

    private static final int STREAM = 1000;

    @Param({"items", "streams of 1000"})
    String floor = "";

    @Param({"unbounded", "128", "1"})
    String demand = "";

    @Param({"loop", "no operator"})
    String by = "";

    private Function<Blackhole, Sink> run = blackhole -> new Sink(blackhole, 1);

    @Setup
    public void setUp() {
        run = Rounds.plain(
                switch (by) {
                    case "loop" -> loop();
                    case "no operator" -> new NeutralSource(ITEMS);
                    default -> throw new IllegalArgumentException("nobody is called " + by);
                },
                Rounds.batch(demand));
    }

    private Publisher<Integer> loop() {
        return switch (floor) {
            case "items" -> Floor.loop(ITEMS);
            case "streams of 1000" -> Floor.flatten(ITEMS / STREAM, new NeutralSource(STREAM));
            default -> throw new IllegalArgumentException("there is no floor of " + floor);
        };
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long items(Blackhole blackhole) {
        return Rounds.complete(run.apply(blackhole), ITEMS);
    }
}
