package io.weir.benchmarks.grid;

import static io.weir.Operators.buffer;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.take;

import io.weir.Configurable;
import io.weir.flatten.FlattenOptions;
import io.weir.spi.Probe;
import io.weir.timeline.Recorder;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Publisher;

/** The same stage, watched in different ways and not at all, on one thread and from a neutral source. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Recording {
    static final int ITEMS = 100_000;

    private static final int BATCH = 128;

    @Param({"no stage", "take", "buffer", "mergeMap of 1"})
    String stage = "";

    @Param({"unwatched", "empty probe", "counting probe", "recorder"})
    String by = "";

    private Function<Blackhole, Sink> run = blackhole -> new Sink(blackhole, BATCH);

    @Setup
    public void setUp() {
        @Nullable
        Probe probe = switch (by) {
            case "unwatched" -> null;
            case "empty probe" -> new Probe() {};
            case "counting probe" -> Probe.counting();
            case "recorder" -> Recorder.create();
            default -> throw new IllegalArgumentException("nobody is called " + by);
        };
        run = Rounds.plain(publisher(stage, probe), BATCH);
    }

    private static Publisher<Integer> publisher(String stage, @Nullable Probe probe) {
        Publisher<Integer> source = new NeutralSource(ITEMS);
        return switch (stage) {
            case "no stage" -> probe == null ? Floor.loop(ITEMS) : Floor.loop(ITEMS, probe);
            case "take" -> watched(take(Long.MAX_VALUE), probe).apply(source);
            case "buffer" -> watched(buffer(Work.CAPACITY), probe).apply(source);
            case "mergeMap of 1" -> {
                Publisher<Integer> inner = new NeutralSource(1);
                FlattenOptions options = FlattenOptions.defaults().concurrency(Work.CONCURRENCY);
                yield mergeMap(watched(options, probe), (Integer item) -> inner).apply(source);
            }
            default -> throw new IllegalArgumentException("there is no stage " + stage);
        };
    }

    private static <S extends Configurable<S>> S watched(S stage, @Nullable Probe probe) {
        return probe == null ? stage : stage.probe(probe);
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long items(Blackhole blackhole) {
        return Rounds.complete(run.apply(blackhole), ITEMS);
    }
}
