package io.weir.benchmarks;

import java.util.Optional;

/** All that is measured, in the order of the page. */
enum Grid {
    SAME_THREAD(
            "ns per item",
            "Everything on one thread, from a neutral source.",
            JmhMethod.of(SameThread.class)
                    .quick("demand", "128")
                    .quick(
                            "operator",
                            "drop",
                            "buffer",
                            "latest",
                            "map",
                            "concatMap of 1",
                            "concatMap of 1000",
                            "mergeMap of 10",
                            "switchMap of 10"));

    private final String unit;
    private final String about;

    @SuppressWarnings("ImmutableEnumChecker") // it is, which Error Prone cannot see
    private final Method method;

    Grid(String unit, String about, Method method) {
        this.unit = unit;
        this.about = about;
        this.method = method;
    }

    static Optional<Grid> named(String title) {
        for (Grid grid : values()) {
            if (grid.title().equals(title)) {
                return Optional.of(grid);
            }
        }
        return Optional.empty();
    }

    /** The simple name of the class that measures. */
    String title() {
        return method.grid();
    }

    /** What the figures are, apart from the bytes for each item. */
    String unit() {
        return unit;
    }

    String about() {
        return about;
    }

    Method method() {
        return method;
    }
}
