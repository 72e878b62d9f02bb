package io.weir.benchmarks.grid;

/**
 * What one contender needs for one row of a grid; less is better, whatever the unit of the grid.
 *
 * @param grid the grid, by the simple name of the class that measures it
 * @param row the row of the grid
 * @param by the contender: weir, floor, or a peer
 * @param value nanoseconds or bytes
 */
public record Figure(String grid, String row, String by, double value) {
    /** The same for all figures of this contender in this row. */
    public Figure withoutValue() {
        return new Figure(grid, row, by, Double.NaN);
    }
}
