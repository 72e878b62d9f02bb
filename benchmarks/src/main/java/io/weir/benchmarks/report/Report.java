package io.weir.benchmarks.report;

import io.weir.benchmarks.report.Target.Verdict;
import java.util.List;

/** What a run has shown, for the terminal. */
public final class Report {
    private static final String NONE = "-";

    private final List<Yardstick> yardsticks;
    private final List<Course> courses;
    private final List<Verdict> verdicts;
    private final Ratios ratios;

    public Report(List<Measurement> measurements) {
        this.yardsticks = Yardstick.of(measurements);
        this.courses = Course.of(measurements.stream()
                .filter(measurement -> !Comparison.knows(measurement.by()))
                .filter(measurement -> yardsticks.stream()
                        .noneMatch(yardstick -> yardstick.label().equals(measurement.label())))
                .toList());
        this.verdicts = Targets.verdicts(measurements);
        this.ratios = Ratios.of(measurements);
    }

    public String text() {
        return rows() + "\n" + means(ratios).text() + "\n" + yardsticks() + courses() + verdicts();
    }

    private String rows() {
        Table table = new Table(
                3,
                "row, the worst first",
                "against",
                "better peer",
                "ours",
                "theirs",
                "ratio",
                "x floor",
                "bytes",
                "theirs");
        for (Ratio ratio : ratios.worstFirst()) {
            table.add(
                    ratio.ours().label(),
                    ratio.comparison().toString(),
                    ratio.peer().by(),
                    Numbers.amount(ratio.ours().value()),
                    Numbers.amount(ratio.peer().value()),
                    (ratio.withinSpread() ? "~" : "") + Numbers.roundedDown(ratio.value()),
                    timesFloor(ratio),
                    bytes(ratio.ours().bytes()),
                    bytes(ratio.peerBytes()));
        }
        return table.text() + "~ the spreads of the two overlap, so it may be chance which is the faster\n";
    }

    static String timesFloor(Ratio ratio) {
        return ratio.floor() == null ? NONE : Numbers.roundedUp(ratio.timesFloor());
    }

    static String bytes(double bytes) {
        return Double.isNaN(bytes) ? NONE : Numbers.amount(bytes);
    }

    /** A line for each grid and comparison. */
    static Table means(Ratios ratios) {
        Table table = new Table(2, "grid", "against", "rows", "geometric mean", "worst row", "rows under 1");
        for (Ratios part : ratios.byGridAndComparison()) {
            table.add(
                    part.worst().grid(),
                    part.worst().comparison().toString(),
                    String.valueOf(part.worstFirst().size()),
                    Numbers.roundedDown(part.geometricMean()),
                    Numbers.roundedDown(part.worst().value()),
                    String.valueOf(part.behind()));
        }
        return table;
    }

    /** What is compared with no peer. */
    private String yardsticks() {
        Table table = new Table(3, "row", "by", "measure", "time", "its time", "times", "bytes", "its bytes");
        for (Yardstick yardstick : yardsticks) {
            Measurement base = yardstick.base();
            for (Measurement other : yardstick.others()) {
                table.add(
                        yardstick.label(),
                        other.by(),
                        base.by(),
                        Numbers.amount(other.value()),
                        Numbers.amount(base.value()),
                        yardstick.times(other),
                        bytes(other.bytes()),
                        bytes(base.bytes()));
            }
        }
        return table.isEmpty() ? "" : table.text() + "\n";
    }

    /** What is not compared, from begin to end. */
    private String courses() {
        Table table = new Table(1, "in the course of time", "first", "last", "second half");
        for (Course course : courses) {
            List<Measurement> values = course.values();
            table.add(
                    course.label(),
                    Numbers.amount(values.get(0).value()),
                    Numbers.amount(values.get(values.size() - 1).value()),
                    course.change());
        }
        return table.isEmpty() ? "" : table.text() + "\n";
    }

    private String verdicts() {
        Table table = new Table(2, "must show", "", "figure");
        StringBuilder misses = new StringBuilder();
        for (Verdict verdict : verdicts) {
            table.add(verdict.target(), verdict.word(), verdict.measured() ? verdict.figure() : NONE);
            if (!verdict.rows().isEmpty()) {
                misses.append('\n').append(verdict.target()).append("\nbut\n");
                verdict.rows().forEach(row -> misses.append("  ").append(row).append('\n'));
            }
        }
        return table.text() + misses;
    }
}
