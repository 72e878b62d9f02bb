package io.weir.benchmarks;

import io.weir.benchmarks.grid.Figure;
import io.weir.benchmarks.report.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A grid that measures without JMH, in this JVM, one operator after the other. It lets the contenders take turns itself, and
 * gives as many figures of each as there were turns.
 *
 * @param grid the simple name of the class that measures
 * @param operators all that it measures
 * @param quick those of them that are in the quick run
 * @param lengths of the measurement of one contender
 * @param measuring how an operator is measured
 * @param expected how long that takes in all, from the length for one contender
 */
record OwnMethod(
        String grid,
        List<String> operators,
        List<String> quick,
        Lengths lengths,
        Measuring measuring,
        UnaryOperator<Duration> expected)
        implements Method {
    /** In a quick run, and in a full one. */
    record Lengths(Duration quick, Duration full) {}

    interface Measuring {
        List<Figure> figures(String operator, Duration perContender);
    }

    @Override
    public List<Task> tasks() {
        return operators.stream().<Task>map(OwnTask::new).toList();
    }

    private final class OwnTask implements Task {
        private final String operator;

        OwnTask(String operator) {
            this.operator = operator;
        }

        @Override
        public String label() {
            return Measurement.label(grid, operator);
        }

        @Override
        public boolean quick() {
            return quick.contains(operator);
        }

        @Override
        public int steps(Pace pace) {
            return 1;
        }

        @Override
        public Duration perStep(Pace pace) {
            return expected.apply(length(pace));
        }

        private Duration length(Pace pace) {
            return pace.choose(lengths.quick(), lengths.full());
        }

        @Override
        public List<Measurement> measure(Pace pace, Progress progress) {
            Map<Figure, List<List<Double>>> turns = new LinkedHashMap<>();
            for (Figure figure : measuring.figures(operator, length(pace))) {
                if (!figure.grid().startsWith(grid)) {
                    throw new IllegalStateException(grid + " gave a figure of " + figure.grid());
                }
                turns.computeIfAbsent(figure.withoutValue(), key -> new ArrayList<>())
                        .add(List.of(figure.value()));
            }
            progress.done();
            List<Measurement> measurements = new ArrayList<>();
            turns.forEach((figure, values) ->
                    measurements.add(Measurement.of(figure.grid(), figure.row(), figure.by(), values, List.of())));
            return measurements;
        }
    }
}
