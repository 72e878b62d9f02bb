package io.weir.benchmarks.report;

import io.weir.benchmarks.report.Target.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether something changed in the course of time.
 *
 * @param label what it is
 * @param values measurements at even distances
 */
record Course(String label, List<Measurement> values) {
    private static final double LITTLE = 0.05;
    private static final String OUR_MEMORY = ", " + Comparison.OURS + ": MiB in use";

    static List<Course> of(Collection<Measurement> measurements) {
        Map<String, List<Measurement>> rows = measurements.stream()
                .collect(Collectors.groupingBy(Measurement::label, LinkedHashMap::new, Collectors.toList()));
        return rows.entrySet().stream()
                .map(row -> new Course(row.getKey(), row.getValue()))
                .toList();
    }

    /** Whether what is in use stays the same while ours is under load. */
    static Verdict flatness(Collection<Measurement> measurements) {
        List<Course> memory = of(measurements).stream()
                .filter(course -> course.label().endsWith(OUR_MEMORY))
                .sorted((a, b) -> Double.compare(b.growth(), a.growth()))
                .toList();
        List<String> growing = memory.stream()
                .filter(course -> course.growth() > LITTLE)
                .map(course -> course.label() + ": " + course.change())
                .toList();
        String figure = memory.isEmpty() ? "" : percent(memory.get(0).growth());
        return new Verdict(
                "OverloadInTime, ours: what is in use grows by no more than 5 %", figure, growing.isEmpty(), growing);
    }

    /** What the second half is, on average, against the first. */
    String change() {
        double growth = growth();
        String word = Math.abs(growth) <= LITTLE ? "flat" : growth > 0 ? "grows" : "shrinks";
        return percent(growth) + ", " + word;
    }

    private double growth() {
        int half = values.size() / 2;
        return mean(values.subList(half, values.size())) / mean(values.subList(0, half)) - 1;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }

    private static double mean(List<Measurement> part) {
        return part.stream().mapToDouble(Measurement::value).average().orElseThrow();
    }
}
