package io.weir.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All figures of a grid: a table of its own unit, and one of the bytes that are allocated, if they were counted. */
final class GridTables {
    private final Section section;
    private final List<Ratio> ratios;
    private final List<Yardstick> yardsticks;
    private final List<String> contenders;

    /** By row, in each row in the order of the contenders. */
    private final Map<String, List<Measurement>> rows = new LinkedHashMap<>();

    GridTables(Section section, Collection<Measurement> all, Ratios allRatios) {
        this.section = section;
        ratios = allRatios.worstFirst().stream()
                .filter(ratio -> ratio.grid().equals(section.title()))
                .toList();
        List<Measurement> measurements = all.stream()
                .filter(measurement -> measurement.grid().equals(section.title()))
                .toList();
        yardsticks = Yardstick.of(measurements);
        contenders = measurements.stream().map(Measurement::by).distinct().toList();
        for (String contender : contenders) {
            for (Measurement measurement : measurements) {
                if (measurement.by().equals(contender)) {
                    rows.computeIfAbsent(measurement.row(), row -> new ArrayList<>())
                            .add(measurement);
                }
            }
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String markdown() {
        return own().markdown() + "\n" + (hasBytes() ? bytes().markdown() + "\n" : "");
    }

    private Table own() {
        List<String> heading = heading(section.unit());
        for (Comparison comparison : Comparison.values()) {
            if (ratios.stream().anyMatch(ratio -> ratio.comparison() == comparison)) {
                heading.add("ratio, " + comparison);
            }
        }
        if (hasFloor()) {
            heading.add("x floor");
        }
        if (!yardsticks.isEmpty()) {
            yardsticks.get(0).others().forEach(way -> heading.add("times, " + way.by()));
        } else if (ratios.isEmpty()) {
            heading.add("second half");
        }
        Table table = new Table(1, heading);
        rows.forEach((row, measurements) -> table.add(Stream.of(
                        Stream.of(row), measurements.stream().map(GridTables::withSpread), compared(row, measurements))
                .flatMap(cells -> cells)
                .toList()));
        return table;
    }

    private Stream<String> compared(String row, List<Measurement> measurements) {
        if (!yardsticks.isEmpty()) {
            return Yardstick.of(measurements).get(0).times().stream();
        }
        return ratios.isEmpty() ? Stream.of(new Course(row, measurements).change()) : ratios(row);
    }

    private Stream<String> ratios(String row) {
        List<Ratio> ofRow = ratios.stream()
                .filter(ratio -> ratio.row().equals(row))
                .sorted((a, b) -> a.comparison().compareTo(b.comparison()))
                .toList();
        return Stream.concat(
                ofRow.stream().map(ratio -> Numbers.roundedDown(ratio.value())),
                hasFloor() ? Stream.of(Report.timesFloor(ofRow.get(0))) : Stream.of());
    }

    private static String withSpread(Measurement measurement) {
        String value = Numbers.amount(measurement.value());
        return measurement.low() == measurement.high()
                ? value
                : value + " (" + Numbers.amount(measurement.low()) + "–" + Numbers.amount(measurement.high()) + ")";
    }

    private Table bytes() {
        Table table = new Table(1, heading("bytes per item"));
        rows.forEach((row, measurements) -> table.add(Stream.concat(
                        Stream.of(row), measurements.stream().map(measurement -> Report.bytes(measurement.bytes())))
                .toList()));
        return table;
    }

    private List<String> heading(String unit) {
        List<String> heading = new ArrayList<>(List.of(unit));
        heading.addAll(contenders);
        return heading;
    }

    private boolean hasFloor() {
        return contenders.contains(Comparison.FLOOR);
    }

    private boolean hasBytes() {
        return rows.values().stream().flatMap(List::stream).anyMatch(Measurement::hasBytes);
    }
}
