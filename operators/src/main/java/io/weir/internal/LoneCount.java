package io.weir.internal;

/**
 * A number with one owner, on cache lines that it shares with nothing: so whoever reads what stands beside it is not held up each
 * time that it changes.
 */
final class LoneCount {
    private static final int CACHE_LINE = 32; // in ints; two lines, as processors fetch pairs

    private final int[] cells = new int[2 * CACHE_LINE];

    int get() {
        return cells[CACHE_LINE];
    }

    void set(int value) {
        cells[CACHE_LINE] = value;
    }

    void add(int n) {
        cells[CACHE_LINE] += n;
    }
}
