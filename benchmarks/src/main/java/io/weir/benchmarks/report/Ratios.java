package io.weir.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that can be compared among some measurements, worst first. What is by nobody known is a course over time, and is not. */
record Ratios(List<Ratio> worstFirst) {
    Ratios {
        worstFirst = worstFirst.stream().sorted(Ratio.WORST_FIRST).toList();
    }

    static Ratios of(Collection<Measurement> measurements) {
        Map<String, Map<String, Map<String, Measurement>>> grids = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            if (!Comparison.knows(measurement.by())) {
                continue;
            }
            Measurement twin = grids.computeIfAbsent(measurement.grid(), grid -> new LinkedHashMap<>())
                    .computeIfAbsent(measurement.row(), row -> new LinkedHashMap<>())
                    .put(measurement.by(), measurement);
            if (twin != null) {
                throw new IllegalArgumentException(measurement.label() + " has two figures of " + measurement.by());
            }
        }
        List<Ratio> ratios = new ArrayList<>();
        grids.values().forEach(rows -> ratios.addAll(ofGrid(rows)));
        return new Ratios(ratios);
    }

    /** Who is in one row must be in all: a peer that is left out where it is good would make us look better. */
    private static List<Ratio> ofGrid(Map<String, Map<String, Measurement>> rows) {
        Set<String> expected = new LinkedHashSet<>(Set.of(Comparison.OURS));
        rows.values().forEach(row -> expected.addAll(row.keySet()));
        List<Ratio> ratios = new ArrayList<>();
        for (Map<String, Measurement> row : rows.values()) {
            String label = row.values().iterator().next().label();
            for (String contender : expected) {
                if (!row.containsKey(contender)) {
                    throw new IllegalArgumentException(label + " has no figure of " + contender);
                }
            }
            List<Ratio> ofRow = ofRow(row);
            if (ofRow.isEmpty()) {
                throw new IllegalArgumentException(label + " has no figure of any peer, only of " + row.keySet());
            }
            ratios.addAll(ofRow);
        }
        return ratios;
    }

    private static List<Ratio> ofRow(Map<String, Measurement> row) {
        Measurement ours = row.get(Comparison.OURS);
        List<Ratio> ratios = new ArrayList<>();
        for (Comparison comparison : Comparison.values()) {
            List<Measurement> peers = comparison.peers().stream()
                    .filter(row::containsKey)
                    .map(row::get)
                    .toList();
            if (ours != null && !peers.isEmpty()) {
                ratios.add(Ratio.of(comparison, ours, peers, row.get(Comparison.FLOOR)));
            }
        }
        return ratios;
    }

    /** The parts for which a mean makes sense: a comparison in a grid. In the order of the grids' names. */
    List<Ratios> byGridAndComparison() {
        Map<String, Map<Comparison, List<Ratio>>> parts = new TreeMap<>();
        for (Ratio ratio : worstFirst) {
            parts.computeIfAbsent(ratio.grid(), grid -> new EnumMap<>(Comparison.class))
                    .computeIfAbsent(ratio.comparison(), comparison -> new ArrayList<>())
                    .add(ratio);
        }
        return parts.values().stream()
                .flatMap(grid -> grid.values().stream())
                .map(Ratios::new)
                .toList();
    }

    double geometricMean() {
        return Numbers.geometricMean(
                worstFirst.stream().mapToDouble(Ratio::value).toArray());
    }

    Ratio worst() {
        return worstFirst.get(0);
    }

    /** How many rows are slower, or larger, than the better peer's. */
    int behind() {
        return (int) worstFirst.stream().filter(ratio -> ratio.value() < 1).count();
    }
}
