package io.weir.benchmarks;

import io.weir.benchmarks.report.Measurement;
import java.time.Duration;
import java.util.List;

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

        /** How long a step will take, about. */
        Duration perStep(Pace pace);

        List<Measurement> measure(Pace pace, Progress progress);
    }
}
