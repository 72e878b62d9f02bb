package io.weir.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row in which one stage of ours is watched in several ways, and in one not at all.
 *
 * @param unwatched what it takes when nobody watches
 * @param watched what it takes otherwise
 */
record Watching(Measurement unwatched, List<Measurement> watched) {
    static final String UNWATCHED = "unwatched";

    /** Those of the measurements that are such rows. */
    static List<Watching> of(Collection<Measurement> measurements) {
        Map<String, List<Measurement>> rows = measurements.stream()
                .collect(Collectors.groupingBy(Measurement::label, LinkedHashMap::new, Collectors.toList()));
        List<Watching> all = new ArrayList<>();
        for (List<Measurement> row : rows.values()) {
            row.stream()
                    .filter(Watching::isUnwatched)
                    .forEach(unwatched -> all.add(new Watching(unwatched, watched(row))));
        }
        return all;
    }

    private static List<Measurement> watched(List<Measurement> row) {
        return row.stream().filter(measurement -> !isUnwatched(measurement)).toList();
    }

    static boolean isUnwatched(Measurement measurement) {
        return measurement.by().equals(UNWATCHED);
    }

    String label() {
        return unwatched.label();
    }

    /** How many times as much it takes when it is watched, for each way. */
    List<String> times() {
        return watched.stream().map(this::times).toList();
    }

    String times(Measurement way) {
        return Numbers.roundedUp(way.value() / unwatched.value());
    }
}
