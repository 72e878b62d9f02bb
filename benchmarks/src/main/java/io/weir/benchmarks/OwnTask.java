package io.weir.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A grid that is measured without JMH. */
record OwnTask(String grid, Supplier<List<Figure>> figures) implements Method.Task {
    @Override
    public String label() {
        return grid;
    }

    @Override
    public boolean quick() {
        return true;
    }

    @Override
    public int steps(Pace pace) {
        return pace.forks();
    }

    @Override
    public List<Measurement> measure(Pace pace, Progress progress) {
        Map<List<String>, List<Double>> values = new LinkedHashMap<>();
        for (int i = 0; i < pace.forks(); i++) {
            for (Figure figure : figures.get()) {
                if (!figure.grid().equals(grid)) {
                    throw new IllegalStateException(grid + " gave a figure of " + figure.grid());
                }
                values.computeIfAbsent(List.of(figure.row(), figure.by()), key -> new ArrayList<>())
                        .add(figure.value());
            }
            progress.done();
        }
        List<Measurement> measurements = new ArrayList<>();
        values.forEach((key, runs) -> measurements.add(Measurement.of(
                grid, key.get(0), key.get(1), runs.stream().map(List::of).toList(), List.of())));
        return measurements;
    }
}
