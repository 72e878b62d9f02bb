package io.weir.benchmarks.report;

import java.util.List;

/** Figures that nobody measured. */
public final class MadeUp {
    private MadeUp() {}

    public static Measurement figure(String grid, String row, String by, double value) {
        return new Measurement(grid, row, by, value, value, value, Double.NaN);
    }

    public static Measurement figure(String grid, String row, String by, double value, double bytes) {
        return new Measurement(grid, row, by, value, value, value, bytes);
    }

    /** A row with all contenders, in which the floor needs 1 and the better peers what is said. */
    public static List<Measurement> row(String grid, String row, double ours, double plain, double theirOwn) {
        return List.of(
                figure(grid, row, "floor", 1),
                figure(grid, row, "weir", ours),
                figure(grid, row, "reactor", plain),
                figure(grid, row, "rxjava", plain + 1),
                figure(grid, row, "reactor native", theirOwn + 1),
                figure(grid, row, "rxjava native", theirOwn));
    }
}
