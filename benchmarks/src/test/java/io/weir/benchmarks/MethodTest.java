package io.weir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.benchmarks.Method.Task;
import io.weir.benchmarks.grid.Figure;
import io.weir.benchmarks.grid.SameThread;
import io.weir.benchmarks.report.MadeUp;
import io.weir.benchmarks.report.Measurement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodTest {
    private static final Pace SHORTEST = new Pace(Pace.Length.QUICK, 1, 1, 1, 1, 1);

    private final StringWriter out = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    @ParameterizedTest
    @EnumSource(Grid.class)
    void everyGridHasAPartInTheQuickRun(Grid grid) {
        assertThat(grid.method().tasks()).anyMatch(Task::quick);
    }

    @Test
    void aRowIsNamedByItsParametersTheFirstOfWhichSpeaksForItself() {
        List<Task> tasks = JmhMethod.of(SameThread.class).tasks();

        assertThat(tasks)
                .hasSize(51)
                .extracting(Task::label)
                .startsWith(
                        "SameThread: drop, demand unbounded",
                        "SameThread: drop, demand 128",
                        "SameThread: drop, demand 1")
                .contains("SameThread: concatMap of 10, demand 128");
        assertThat(tasks.get(0).steps(Pace.FULL)).isEqualTo(12);
    }

    @Test
    void theQuickRunHasTheRowsThatAreChosenByTheirParameters() {
        Method method =
                JmhMethod.of(SameThread.class).quick("operator", "map", "take").quick("demand", "1");

        assertThat(method.tasks().stream().filter(Task::quick))
                .extracting(Task::label)
                .containsExactly("SameThread: map, demand 1", "SameThread: take, demand 1");
    }

    @Test
    void aValueForTheQuickRunMustBeOneOfTheClass() {
        assertThatThrownBy(() -> JmhMethod.of(SameThread.class).quick("demand", "2"))
                .hasMessage("SameThread: 'demand' cannot be [2], only [unbounded, 128, 1]");
    }

    @Test
    void jmhMeasuresTimeAndBytesForEachItem() {
        List<Measurement> measurements = task("floor", "weir").measure(SHORTEST, progress(2));

        assertThat(measurements).extracting(Measurement::by).containsExactly("floor", "weir");
        assertThat(measurements).allSatisfy(measurement -> {
            assertThat(measurement.label()).isEqualTo("SameThread: map, demand 128");
            assertThat(measurement.value()).isBetween(0.1, 10_000.0);
            assertThat(measurement.bytes()).isBetween(0.0, 1_000.0);
        });
    }

    @Test
    void aContenderThatFailsIsNamedTogetherWithWhatItSaid() {
        assertThatThrownBy(() -> task("nobody").measure(SHORTEST, progress(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SameThread: map, demand 128 failed")
                .hasMessageContaining("nobody is called nobody");
    }

    @Test
    void withoutJmhAGridTakesTurnsItself() {
        Method method = idle((operator, length) -> List.of(
                new Figure("Idle", operator, "weir", 1),
                new Figure("Idle", operator, "rxjava", 5),
                new Figure("Idle", operator, "weir", 3),
                new Figure("Idle", operator, "weir", 2)));

        assertThat(method.tasks().get(0).measure(Pace.FULL, progress(1)))
                .containsExactly(
                        new Measurement("Idle", "buffer", "weir", 2, 1, 3, Double.NaN),
                        MadeUp.figure("Idle", "buffer", "rxjava", 5));
    }

    @Test
    void withoutJmhAGridHasTwoLengthsAndIsAsShortAsTheOthers() {
        Task task = idle((operator, length) -> List.of()).tasks().get(0);

        assertThat(task.label()).isEqualTo("Idle: buffer");
        assertThat(task.perStep(Pace.QUICK)).isEqualTo(Duration.ofSeconds(1 + 1));
        assertThat(task.perStep(Pace.FULL)).isEqualTo(Duration.ofSeconds(3 + 1));
        assertThat(task.perStep(Pace.FULL.withMillis(50))).isEqualTo(Duration.ofSeconds(1 + 1));
    }

    @Test
    void aFigureOfAnotherGridIsRefused() {
        Method method = idle((operator, length) -> List.of(new Figure("Idel", operator, "weir", 1)));

        assertThatThrownBy(() -> method.tasks().get(0).measure(Pace.QUICK, progress(1)))
                .hasMessage("Idle gave a figure of Idel");
    }

    @Test
    void progressSaysHowMuchIsLeftAtFirstAsExpectedAndThenAsItGoes() {
        Progress progress = new Progress(new PrintWriter(out), false, 310, Duration.ofSeconds(620), clock::get);

        progress.begin("first", Duration.ofSeconds(2));
        for (int i = 0; i < 110; i++) {
            progress.done();
        }
        clock.set(TimeUnit.SECONDS.toNanos(2 * 220));

        assertThat(progress.line()).isEqualTo("110 of 310, about 13 min left: first");
        assertThat(out.toString().lines()).containsExactly("0 of 310, about 10 min left: first");
    }

    @Test
    void theQuickRunTakesLessThanNineMinutesAndTheFullOneLessThanAHundred() {
        assertThat(expected(Pace.QUICK, Task::quick)).isLessThan(Duration.ofMinutes(9));
        assertThat(expected(Pace.FULL, task -> true)).isLessThan(Duration.ofMinutes(100));
    }

    private static Duration expected(Pace pace, Predicate<Task> which) {
        return Grid.methods().stream()
                .flatMap(method -> method.tasks().stream())
                .filter(which)
                .map(task -> task.perStep(pace).multipliedBy(task.steps(pace)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Method idle(OwnMethod.Measuring measuring) {
        return new OwnMethod(
                "Idle",
                List.of("buffer"),
                List.of(),
                new OwnMethod.Lengths(Duration.ofSeconds(1), Duration.ofSeconds(3)),
                measuring,
                length -> length.plusSeconds(1));
    }

    private Progress progress(int steps) {
        return new Progress(new PrintWriter(out), false, steps, Duration.ZERO, clock::get);
    }

    private static JmhTask task(String... contenders) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("operator", "map");
        parameters.put("demand", "128");
        return new JmhTask(SameThread.class, parameters, List.of(contenders), true);
    }
}
