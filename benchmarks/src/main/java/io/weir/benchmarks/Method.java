package io.weir.benchmarks;

import java.util.List;
import java.util.function.Supplier;

/** How a grid is measured. */
interface Method {
    /** The grid, by the simple name of the class that measures it. */
    String grid();

    /** The pieces that can be measured alone, in their order. */
    List<Task> tasks();

    /** A piece of a grid. */
    interface Task {
        /** What {@code --only} looks at, and progress tells. */
        String label();

        /** Whether it is a part of the quick run. */
        boolean quick();

        /** How often {@link Progress#done()} will be called. */
        int steps(Pace pace);

        List<Measurement> measure(Pace pace, Progress progress);
    }

    /**
     * Without JMH: all rows of the grid at once, in this JVM, as often as JMH would fork.
     *
     * @param grid the simple name of the class that measures
     * @param figures measures all once
     */
    static Method without(String grid, Supplier<List<Figure>> figures) {
        return new Method() {
            @Override
            public String grid() {
                return grid;
            }

            @Override
            public List<Task> tasks() {
                return List.of(new OwnTask(grid, figures));
            }
        };
    }
}
