package io.weir.benchmarks.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.benchmarks.grid.Overload.Outcome;
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
import org.junit.jupiter.params.provider.ValueSource;

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
        return Stream.concat(Stream.of("buffer"), DROPPING.stream())
                .flatMap(operator ->
                        Stream.concat(Stream.of("floor"), ALL.stream()).map(by -> Arguments.of(operator, by)));
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
                    long slack = TwoThreads.ROUND
                            + (operator.startsWith("buffer") || by.equals("floor") ? Work.CAPACITY : 0);
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

    static List<String> timed() {
        return WaitingTime.CONTENDERS;
    }

    @ParameterizedTest
    @MethodSource("timed")
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

    @ParameterizedTest
    @ValueSource(strings = {"buffer", "buffer.dropOldest", "buffer.dropNewest", "latest"})
    void everyRoundGivesTwoWaitingTimesOfEveryContender(String operator) {
        List<Figure> figures = WaitingTime.measure(operator, Duration.ofMillis(20));

        assertThat(figures)
                .hasSize(2 * WaitingTime.ROUNDS * WaitingTime.CONTENDERS.size())
                .allSatisfy(figure -> assertThat(figure.value()).isPositive());
        for (int i = 0; i < figures.size(); i += 2) {
            Figure p50 = figures.get(i);
            Figure p99 = figures.get(i + 1);
            assertThat(p50.row()).isEqualTo(operator + ", p50");
            assertThat(p99.row()).isEqualTo(operator + ", p99");
            assertThat(p99.by()).isEqualTo(p50.by());
            assertThat(p99.value()).isGreaterThanOrEqualTo(p50.value());
        }
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
                assertThat(outcome.samples())
                        .allSatisfy(sample -> assertThat(sample.heapBytes()).isPositive());
            }
        }
    }

    @Test
    void anOverloadIsComparedWithTheConsumerAloneAndShownAsItWentOn() {
        List<Figure> figures = Overload.measure("latest", Duration.ofMillis(100));

        // a tenth as short as these may pass without a delivery
        assertThat(figures).allSatisfy(figure -> assertThat(figure.value()).isNotNegative());
        assertThat(figures)
                .filteredOn(figure -> figure.by().equals("floor"))
                .allSatisfy(figure -> assertThat(figure.value()).isFinite().isPositive());
        assertThat(figures)
                .filteredOn(figure -> figure.row().endsWith("MiB in use"))
                .allSatisfy(figure -> assertThat(figure.value()).isPositive());
        assertThat(figures.stream().filter(figure -> figure.grid().equals("Overload")))
                .hasSize(2 + 10 * PLAIN.size())
                .extracting(Figure::by)
                .containsOnly("floor", "weir", "reactor", "rxjava");
        assertThat(figures.stream().filter(figure -> figure.row().equals("latest, weir: MiB in use")))
                .extracting(Figure::by)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void aMissingItemIsNoticed() {
        HotStreams streams = new HotStreams(Work.CAPACITY);
        streams.lost().add(7);

        streams.check("weir", "drop", 10, 9, 9);
        assertThatThrownBy(() -> streams.check("weir", "drop", 10, 8, 9))
                .hasMessageContaining("of 10 items 8 were delivered");
        assertThatThrownBy(() -> streams.check("weir", "latest", 10, 9, 8)).hasMessageContaining("up to number 8");
    }

    @Test
    void anItemThatComesTwiceIsNoticed() {
        BatchSink sink = BatchSink.of("weir");
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
