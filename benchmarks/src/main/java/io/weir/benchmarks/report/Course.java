package io.weir.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Whether something changed in the course of time, from measurements at even distances. */
final class Course {
    private static final double LITTLE = 0.05;

    private Course() {}

    /** What the second half is, on average, against the first. */
    static String change(List<Measurement> course) {
        int half = course.size() / 2;
        double change = mean(course.subList(half, course.size())) / mean(course.subList(0, half)) - 1;
        String word = Math.abs(change) <= LITTLE ? "flat" : change > 0 ? "grows" : "shrinks";
        return String.format(Locale.ROOT, "%+.1f %%, %s", 100 * change, word);
    }

    private static double mean(List<Measurement> part) {
        return part.stream().mapToDouble(Measurement::value).average().orElseThrow();
    }
}
