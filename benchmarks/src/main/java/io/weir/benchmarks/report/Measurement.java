package io.weir.benchmarks.report;

import java.util.Collection;
import java.util.List;

/**
 * A {@link Figure} that was taken several times.
 *
 * @param grid the grid, by the simple name of the class that measures it
 * @param row the row of the grid
 * @param by the contender
 * @param value the median, in the unit of the grid; less is better
 * @param low the lowest that was seen
 * @param high the highest that was seen
 * @param bytes what was allocated for an item; NaN if the grid does not measure that
 */
public record Measurement(String grid, String row, String by, double value, double low, double high, double bytes) {
    public Measurement {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "the figure of " + by + " in " + label(grid, row) + " must be positive, was " + value);
        }
    }

    /**
     * From the values of the iterations of each fork. The median of the forks counts, and the median of its iterations
     * stands for a fork; the spread is that of all iterations.
     */
    public static Measurement of(
            String grid, String row, String by, Collection<List<Double>> forks, Collection<Double> bytes) {
        return new Measurement(
                grid,
                row,
                by,
                Numbers.median(forks.stream().map(Numbers::median).toList()),
                forks.stream().flatMap(List::stream).mapToDouble(v -> v).min().orElseThrow(),
                forks.stream().flatMap(List::stream).mapToDouble(v -> v).max().orElseThrow(),
                bytes.isEmpty() ? Double.NaN : Numbers.median(bytes));
    }

    boolean hasBytes() {
        return !Double.isNaN(bytes);
    }

    public String label() {
        return label(grid, row);
    }

    public static String label(String grid, String row) {
        return grid + ": " + row;
    }
}
