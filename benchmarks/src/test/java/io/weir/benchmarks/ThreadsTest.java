package io.weir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.benchmarks.Overload.Report;
import io.weir.benchmarks.Overload.Report.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmarks with several threads, in small: whatever the threads do, everything is delivered or accounted for. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ThreadsTest {
    private static final int REPETITIONS = 50;
    private static final int ITEMS = 10_000;
    private static final int INNER_ITEMS = 500;

    private static final List<String> PLAIN = List.of("weir", "reactor", "rxjava");
    private static final List<String> ALL = List.of("weir", "reactor", "rxjava", "reactor native", "rxjava native");
    private static final List<String> DROPPING = List.of("buffer.dropOldest", "buffer.dropNewest", "latest", "drop");

    @AfterEach
    void noThreadOutlivesAMeasurement() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith(Worker.PREFIX));
    }

    static Stream<Arguments> pairs() {
        return Stream.concat(
                Stream.of(Arguments.of("buffer", "floor")),
                Stream.concat(Stream.of("buffer"), DROPPING.stream())
                        .flatMap(operator -> ALL.stream().map(by -> Arguments.of(operator, by))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void betweenTwoThreadsEverythingIsDeliveredOrAccountedFor(String operator, String by) {
        TwoThreads benchmark = new TwoThreads();
        benchmark.operator = operator;
        benchmark.by = by;
        benchmark.setUp();
        try {
            for (int i = 0; i < REPETITIONS; i++) {
                long delivered = benchmark.stream(ITEMS);
                if (operator.equals("buffer")) {
                    assertThat(delivered).isEqualTo(ITEMS);
                } else {
                    long slack = TwoThreads.ROUND + (operator.startsWith("buffer") ? Work.CAPACITY : 0);
                    assertThat(delivered).isCloseTo(ITEMS / 2, within(slack));
                }
            }
        } finally {
            benchmark.tearDown();
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void mergedStreamsOfSeveralThreadsComeWhole(String by) {
        MergeThreads benchmark = new MergeThreads();
        benchmark.operator = "mergeMap";
        benchmark.by = by;
        benchmark.setUp();
        try {
            long sum = MergeThreads.sumOf(INNER_ITEMS);
            for (int i = 0; i < REPETITIONS; i++) {
                assertThat(benchmark.stream(INNER_ITEMS, sum)).isEqualTo(MergeThreads.INNERS * INNER_ITEMS);
            }
        } finally {
            benchmark.tearDown();
        }
    }

    @ParameterizedTest
    @FieldSource("PLAIN")
    void everyItemDeliveredHasOneWaitingTime(String by) {
        try (Worker consumer = new Worker("consumer")) {
            WaitingTime buffer = new WaitingTime(consumer, "buffer");
            WaitingTime latest = new WaitingTime(consumer, "latest");
            for (int i = 0; i < REPETITIONS; i++) {
                Histogram waits = new Histogram(3);
                buffer.stream(by, ITEMS, 100, waits);
                assertThat(waits.getTotalCount()).isEqualTo(ITEMS);
                latest.stream(by, ITEMS, 100, waits);
                assertThat(waits.getTotalCount()).isBetween(ITEMS + 1L, 2L * ITEMS);
            }
        }
    }

    @Test
    void waitingTimesAreFoundForEveryContender() {
        List<Figure> figures = WaitingTime.measure(Duration.ofMillis(20));

        assertThat(figures)
                .hasSize(2 * 3 * PLAIN.size())
                .allSatisfy(figure -> assertThat(figure.value()).isPositive());
        for (String operator : WaitingTime.OPERATORS) {
            for (String by : PLAIN) {
                List<Double> upwards = Stream.of("p50", "p99", "max")
                        .map(which -> value(figures, operator + ", " + which, by))
                        .toList();
                assertThat(upwards).isSorted();
            }
        }
    }

    private static double value(List<Figure> figures, String row, String by) {
        return figures.stream()
                .filter(figure -> figure.row().equals(row) && figure.by().equals(by))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> overloads() {
        return Overload.OPERATORS.stream().flatMap(operator -> PLAIN.stream().map(by -> Arguments.of(operator, by)));
    }

    @ParameterizedTest
    @MethodSource("overloads")
    void underOverloadEverythingIsDeliveredOrAccountedFor(String operator, String by) {
        try (Worker producer = new Worker("producer");
                Worker consumer = new Worker("consumer")) {
            Overload overload = new Overload(producer, consumer, operator);
            for (int i = 0; i < REPETITIONS / 10; i++) {
                Outcome outcome = overload.run(by, 5_000, Duration.ofMillis(20));
                assertThat(outcome.delivered()).isBetween(1L, outcome.produced());
                assertThat(outcome.heapBytes())
                        .allSatisfy(bytes -> assertThat(bytes).isPositive());
            }
        }
    }

    @Test
    void anOverloadIsReportedForEveryContender() {
        Report report = Overload.measure("latest", Duration.ofMillis(50));

        assertThat(report.outcomes()).extracting(Outcome::by).isEqualTo(PLAIN);
        assertThat(report.figures())
                .extracting(Figure::row)
                .containsOnly("latest, heap growth in bytes", "latest, nanoseconds per delivery");
        assertThat(report.ownNanos()).isPositive();
    }

    @Test
    void aMissingItemIsNoticed() {
        HotStreams streams = new HotStreams(Work.CAPACITY);
        streams.lost().add(7);

        streams.check("drop", 10, 9, 9);
        assertThatThrownBy(() -> streams.check("drop", 10, 8, 9)).hasMessageContaining("of 10 items 8 were delivered");
        assertThatThrownBy(() -> streams.check("latest", 10, 9, 8)).hasMessageContaining("up to number 8");
    }

    @Test
    void anItemThatComesTwiceIsNoticed() {
        BatchSink sink = new BatchSink();
        sink.onNext(1);
        sink.onNext(1);
        sink.onComplete();

        assertThatThrownBy(sink::received).hasMessageContaining("twice");
    }

    @Test
    void aMergedItemThatStandsForAnotherIsNoticed() {
        MergeSink sink = new MergeSink();
        sink.onNext(1);
        sink.onNext(1);
        sink.onComplete();

        assertThatThrownBy(() -> sink.awaitAll(2, 3)).hasMessageContaining("there came 2, adding up to 2");
    }

    @Test
    void aTaskThatFailsIsReportedWhenTheThreadIsClosed() {
        Worker worker = new Worker("failing");
        worker.execute(() -> {
            throw new IllegalStateException("on purpose");
        });

        assertThatThrownBy(worker::close).hasMessageContaining("failing").hasRootCauseMessage("on purpose");
    }
}
