package io.weir.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row in which one way to do something is the measure of the others, none of which is a peer's: a stage that nobody watches,
 * or a loop without any protocol.
 *
 * @param base the measure
 * @param others what else was measured
 */
record Yardstick(Measurement base, List<Measurement> others) {
    private static final Set<String> BASES = Set.of("unwatched", "loop");

    /** Those of the measurements that are such rows. */
    static List<Yardstick> of(Collection<Measurement> measurements) {
        Map<String, List<Measurement>> rows = measurements.stream()
                .collect(Collectors.groupingBy(Measurement::label, LinkedHashMap::new, Collectors.toList()));
        List<Yardstick> all = new ArrayList<>();
        for (List<Measurement> row : rows.values()) {
            row.stream().filter(Yardstick::isBase).forEach(base -> all.add(new Yardstick(base, others(row))));
        }
        return all;
    }

    private static List<Measurement> others(List<Measurement> row) {
        return row.stream().filter(measurement -> !isBase(measurement)).toList();
    }

    static boolean isBase(Measurement measurement) {
        return BASES.contains(measurement.by());
    }

    String label() {
        return base.label();
    }

    /** How many times as much as the measure each of the others takes. */
    List<String> times() {
        return others.stream().map(this::times).toList();
    }

    String times(Measurement other) {
        return Numbers.roundedUp(other.value() / base.value());
    }
}
