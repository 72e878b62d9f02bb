package io.weir.benchmarks.report;

import static io.weir.benchmarks.report.Comparison.NATIVE;
import static io.weir.benchmarks.report.Comparison.PLAIN;
import static io.weir.benchmarks.report.Target.Kind.ABOVE;
import static io.weir.benchmarks.report.Target.Kind.AT_LEAST;
import static io.weir.benchmarks.report.Target.Kind.EXCESS_BYTES_AT_MOST;
import static io.weir.benchmarks.report.Target.Kind.FLOOR_AT_MOST;
import static io.weir.benchmarks.report.Target.Kind.MEAN_AT_LEAST;

import io.weir.benchmarks.report.Target.Choice;
import io.weir.benchmarks.report.Target.Kind;
import io.weir.benchmarks.report.Target.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that the figures must show. None of it fails a run: a benchmark tells, it does not gate. */
final class Targets {
    private static final Choice ALL = Choice.ALL;
    private static final List<Comparison> BOTH = List.of(PLAIN, NATIVE);

    /** Allocation is counted for the whole JVM: what the measuring itself allocates is no more than that for an item. */
    private static final double BYTES_OF_MEASURING = 0.1;

    static final List<Target> TARGETS = List.of(
            target("SameThread", ALL, List.of(PLAIN), MEAN_AT_LEAST, 3),
            target("SameThread", ALL, List.of(PLAIN), AT_LEAST, 1.3),
            target(
                    "SameThread",
                    rows("drop, buffer and latest", "(drop|buffer|latest)\\b.*"),
                    List.of(PLAIN),
                    AT_LEAST,
                    4),
            target(
                    "SameThread",
                    rows("inner streams of 1000", "\\w+Map of 1000\\b.*"),
                    List.of(PLAIN),
                    FLOOR_AT_MOST,
                    2),
            target("SameThread", rows("inner streams of 1", "\\w+Map of 1\\b.*"), List.of(PLAIN), FLOOR_AT_MOST, 1.6),
            target("SameThread", ALL, List.of(NATIVE), MEAN_AT_LEAST, 2),
            target("SameThread", ALL, List.of(NATIVE), AT_LEAST, 1),
            target("OwnSource", ALL, BOTH, AT_LEAST, 1),
            target("TwoThreads", ALL, List.of(PLAIN), AT_LEAST, 1),
            target("TwoThreads", ALL, List.of(NATIVE), AT_LEAST, 1),
            target("TwoThreads", rows("buffer", "buffer\\b.*"), List.of(PLAIN), AT_LEAST, 1.5),
            target("TwoThreads", rows("buffer", "buffer\\b.*"), List.of(NATIVE), AT_LEAST, 1.5),
            target("MergeThreads", ALL, BOTH, AT_LEAST, 1),
            target("WaitingTime", ALL, BOTH, AT_LEAST, 1),
            target("InsideReactor", ALL, BOTH, AT_LEAST, 0.95),
            target("InsideReactor", rows("buffer and latest", "(buffer|latest)\\b.*"), BOTH, ABOVE, 1),
            target("InsideRxJava", ALL, BOTH, AT_LEAST, 0.95),
            target("InsideRxJava", rows("buffer and latest", "(buffer|latest)\\b.*"), BOTH, ABOVE, 1),
            new Target(new Choice("every grid", ALL.names()), ALL, BOTH, EXCESS_BYTES_AT_MOST, BYTES_OF_MEASURING),
            target("IdleBytes", ALL, BOTH, AT_LEAST, 1),
            target("Overload", ALL, List.of(PLAIN), FLOOR_AT_MOST, 1.1));

    private Targets() {}

    /** What has become of each. */
    static List<Verdict> verdicts(Collection<Measurement> measurements) {
        Ratios ratios = Ratios.of(measurements);
        return Stream.concat(
                        TARGETS.stream().map(target -> target.judge(ratios)), Stream.of(Course.flatness(measurements)))
                .toList();
    }

    private static Target target(String grid, Choice rows, List<Comparison> comparisons, Kind kind, double bound) {
        return new Target(Choice.named(grid), rows, comparisons, kind, bound);
    }

    private static Choice rows(String text, String names) {
        return new Choice(text, Pattern.compile(names));
    }

    /** Whether ours allocates more than the better peer, beyond what the measuring itself does. */
    static boolean allocatesMore(Ratio ratio) {
        return ratio.excessBytes() > BYTES_OF_MEASURING;
    }
}
