package io.weir.benchmarks;

import io.weir.benchmarks.report.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One row of a grid, measured by JMH.
 *
 * @param type the class of JMH
 * @param parameters what makes the row
 * @param contenders who are measured, each in a JVM of its own
 */
record JmhTask(Class<?> type, Map<String, String> parameters, List<String> contenders, boolean quick)
        implements Method.Task {
    /** A fixed heap: it does not grow while something is measured. */
    static final String HEAP = "512m";

    private static final String UNIT = "ns/op";

    /** Bytes for each item: JMH has divided by the operations of an invocation, as it has with the time. */
    private static final String BYTES = "gc.alloc.rate.norm";

    @Override
    public String label() {
        return Measurement.label(type.getSimpleName(), row());
    }

    /** The first parameter speaks for itself, the others need their names. */
    private String row() {
        StringJoiner row = new StringJoiner(", ");
        parameters.forEach((name, value) -> row.add(row.length() == 0 ? value : words(name) + " " + value));
        return row.toString();
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public int steps(Pace pace) {
        return pace.forks() * contenders.size();
    }

    @Override
    public Duration perStep(Pace pace) {
        return pace.perFork();
    }

    /** The contenders take turns, so that a machine that becomes slower does so for all of them. */
    @Override
    public List<Measurement> measure(Pace pace, Progress progress) {
        Map<String, List<List<Double>>> times = new LinkedHashMap<>();
        Map<String, List<Double>> bytes = new LinkedHashMap<>();
        for (int fork = 0; fork < pace.forks(); fork++) {
            for (RunResult result : fork(pace, progress)) {
                String by = result.getParams().getParam(JmhMethod.CONTENDER);
                List<Double> iterations = new ArrayList<>();
                for (BenchmarkResult benchmark : result.getBenchmarkResults()) {
                    for (IterationResult iteration : benchmark.getIterationResults()) {
                        iterations.add(nanoseconds(iteration.getPrimaryResult()));
                        bytes(iteration).ifPresent(bytes.computeIfAbsent(by, key -> new ArrayList<>())::add);
                    }
                }
                times.computeIfAbsent(by, key -> new ArrayList<>()).add(iterations);
            }
        }
        return contenders.stream()
                .map(by -> Measurement.of(
                        type.getSimpleName(),
                        row(),
                        by,
                        times.getOrDefault(by, List.of()),
                        counted(bytes.getOrDefault(by, List.of()))))
                .toList();
    }

    /** Of an iteration for which JMH saw no allocation at all, as happens with several threads, it does not say what that is. */
    private static Optional<Double> bytes(IterationResult iteration) {
        Result<?> result = iteration.getSecondaryResults().get(BYTES);
        return result == null ? Optional.empty() : Optional.of(result.getScore());
    }

    private List<Double> counted(List<Double> bytes) {
        if (bytes.isEmpty()) {
            throw new IllegalStateException(label() + ": JMH's profiler does not count bytes on this JVM");
        }
        return bytes;
    }

    private double nanoseconds(Result<?> result) {
        if (!result.getScoreUnit().equals(UNIT)) {
            throw new IllegalStateException(label() + " is measured in " + result.getScoreUnit() + ", not in " + UNIT);
        }
        return result.getScore();
    }

    private Iterable<RunResult> fork(Pace pace, Progress progress) {
        QuietFormat format = new QuietFormat(progress);
        try {
            return new Runner(options(pace), format).run();
        } catch (RunnerException failure) {
            throw new IllegalStateException(
                    label() + " failed: " + failure.getMessage() + "\n" + format.said(), failure);
        }
    }

    private Options options(Pace pace) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + type.getName().replace(".", "\\.") + "\\.")
                .param(JmhMethod.CONTENDER, contenders.toArray(String[]::new))
                .jvmArgsPrepend("-Xms" + HEAP, "-Xmx" + HEAP, "-XX:+AlwaysPreTouch")
                .forks(1)
                .warmupIterations(pace.warmUps())
                .warmupTime(TimeValue.milliseconds(pace.warmUpMillis()))
                .measurementIterations(pace.iterations())
                .measurementTime(TimeValue.milliseconds(pace.millis()))
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        parameters.forEach((name, value) -> options.param(name, value));
        return options.build();
    }
}
