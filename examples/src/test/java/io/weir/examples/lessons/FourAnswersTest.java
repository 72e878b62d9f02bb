package io.weir.examples.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.weir.DropReason;
import io.weir.spi.CountingProbe;
import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.Kind;
import io.weir.timeline.Timeline.Totals;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FourAnswersTest {
    private final Lesson3FourAnswers lesson = new Lesson3FourAnswers();
    private Recorded recorded;

    private static Stream<Arguments> answers() {
        return Stream.of(
                arguments("fail", "buffer(2)"),
                arguments("drop the oldest", "buffer(2).dropOldest()"),
                arguments("drop", "drop()"),
                arguments("keep the latest", "latest()"));
    }

    @BeforeEach
    void run() throws Exception {
        recorded = Recorded.of(lesson);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyEventThatAProbeCountedIsInTheTimeline(String answer, String stage) {
        CountingProbe.Snapshot counted = lesson.counted().get(answer).snapshot();
        Map<Kind, Long> events =
                recorded.events(answer, stage).collect(Collectors.groupingBy(Event::kind, Collectors.counting()));

        assertThat(counted.isBalanced()).isTrue();
        assertThat(counted.received()).isPositive().isEqualTo(events.get(Kind.RECEIVED));
        assertThat(counted.emitted()).isPositive().isEqualTo(events.get(Kind.EMITTED));
        assertThat(counted.totalDropped()).isPositive().isEqualTo(events.get(Kind.DROPPED));
        assertThat(counted.dropped()).isEqualTo(reasons(answer, stage));
        assertThat(recorded.timeline().forgotten()).isZero();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theTotalsOfTheTimelineAreThoseOfTheProbe(String answer, String stage) {
        CountingProbe.Snapshot counted = lesson.counted().get(answer).snapshot();
        Totals totals = recorded.stage(answer, stage).totals();

        assertThat(totals.received()).isEqualTo(counted.received());
        assertThat(totals.emitted()).isEqualTo(counted.emitted());
        assertThat(totals.dropped()).isEqualTo(counted.dropped());
    }

    @Test
    void allFourGotTheSameInputUntilOneFailed() {
        List<Object> all = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(recorded.items("drop the oldest", "buffer(2).dropOldest()", Kind.RECEIVED))
                .isEqualTo(all);
        assertThat(recorded.items("drop", "drop()", Kind.RECEIVED)).isEqualTo(all);
        assertThat(recorded.items("keep the latest", "latest()", Kind.RECEIVED)).isEqualTo(all);
        assertThat(all)
                .startsWith(recorded.items("fail", "buffer(2)", Kind.RECEIVED).toArray());
    }

    @Test
    void thePageHasEveryEventThatTheProbesCounted() {
        String json = recorded.timeline().toJson();

        assertThat(recorded.timeline().toHtml()).contains(json);
        assertThat(eventsIn(json, Kind.RECEIVED)).isEqualTo(sum(CountingProbe.Snapshot::received));
        assertThat(eventsIn(json, Kind.EMITTED)).isEqualTo(sum(CountingProbe.Snapshot::emitted));
        assertThat(eventsIn(json, Kind.DROPPED)).isEqualTo(sum(CountingProbe.Snapshot::totalDropped));
    }

    private static long eventsIn(String json, Kind kind) {
        return Pattern.compile("\\[\\d+,\\d+,\\d+,\"" + kind + "\"")
                .matcher(json)
                .results()
                .count();
    }

    private long sum(ToLongFunction<CountingProbe.Snapshot> figure) {
        return lesson.counted().values().stream()
                .map(CountingProbe::snapshot)
                .mapToLong(figure)
                .sum();
    }

    private Map<DropReason, Long> reasons(String answer, String stage) {
        return recorded.events(answer, stage)
                .filter(event -> event.kind() == Kind.DROPPED)
                .map(Event::reason)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
