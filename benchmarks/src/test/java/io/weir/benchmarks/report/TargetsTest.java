package io.weir.benchmarks.report;

import static io.weir.benchmarks.report.MadeUp.figure;
import static io.weir.benchmarks.report.MadeUp.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.benchmarks.report.Target.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private final List<Measurement> figures = new ArrayList<>();

    @Test
    void aMeanThatIsReachedMayHaveRowsBelowIt() {
        figures.addAll(row("SameThread", "map, demand 1", 1, 2, 3));
        figures.addAll(row("SameThread", "map, demand 128", 1, 8, 3));

        Verdict verdict = verdict("SameThread, plain subscriber: geometric mean at least 3");

        assertThat(verdict.word()).isEqualTo("reached");
        assertThat(verdict.figure()).isEqualTo("4.00");
        assertThat(verdict.rows()).isEmpty();
    }

    @Test
    void aMissedTargetNamesTheRowsThatFallShortWorstFirst() {
        figures.addAll(row("SameThread", "map, demand 1", 10, 12, 9));
        figures.addAll(row("SameThread", "map, demand 128", 10, 11, 9));
        figures.addAll(row("SameThread", "take, demand 1", 10, 20, 9));

        Verdict verdict = verdict("SameThread, plain subscriber: no row under 1.3");

        assertThat(verdict.word()).isEqualTo("MISSED");
        assertThat(verdict.figure()).isEqualTo("1.10");
        assertThat(verdict.rows())
                .containsExactly(
                        "SameThread: map, demand 128, plain subscriber: 1.10",
                        "SameThread: map, demand 1, plain subscriber: 1.20");
    }

    @Test
    void whatIsNotMeasuredIsNeitherReachedNorMissed() {
        assertThat(verdict("WaitingTime: no row under 1").word()).isEqualTo("not measured");
    }

    @Test
    void justUnderABoundIsNotReached() {
        figures.addAll(row("OwnSource", "map", 1000, 999.999, 2000));

        Verdict verdict = verdict("OwnSource: no row under 1");

        assertThat(verdict.reached()).isFalse();
        assertThat(verdict.figure()).isEqualTo("0.99");
    }

    @Test
    void overABoundIsMoreThanTheBound() {
        figures.addAll(row("InsideReactor", "buffer, demand 1", 5, 5, 6));
        String over = "InsideReactor, buffer and latest: every row over 1";

        assertThat(verdict(over).reached()).isFalse();

        figures.clear();
        figures.addAll(row("InsideReactor", "buffer, demand 1", 5, 5.001, 6));

        assertThat(verdict(over).reached()).isTrue();
    }

    @Test
    void aTargetForSomeRowsLooksAtNoOthers() {
        figures.addAll(row("SameThread", "mergeMap of 1, demand 1", 1.5, 9, 9));
        figures.addAll(row("SameThread", "mergeMap of 10, demand 1", 8, 9, 9));
        figures.addAll(row("SameThread", "mergeMap of 1000, demand 1", 2.5, 9, 9));
        figures.addAll(row("SameThread", "dropWhile, demand 1", 9, 1, 1));
        figures.addAll(row("SameThread", "buffer.dropOldest, demand 1", 1, 5, 5));

        assertThat(verdict("SameThread, inner streams of 1, plain subscriber: at most 1.6 times the floor")
                        .figure())
                .isEqualTo("1.50");
        Verdict thousand = verdict("SameThread, inner streams of 1000, plain subscriber: at most 2 times the floor");
        assertThat(thousand.reached()).isFalse();
        assertThat(thousand.rows()).containsExactly("SameThread: mergeMap of 1000, demand 1, plain subscriber: 2.50");
        assertThat(verdict("SameThread, drop, buffer and latest, plain subscriber: no row under 4")
                        .figure())
                .isEqualTo("5.00");
    }

    @Test
    void theComparisonsAreNeverMixed() {
        figures.addAll(row("TwoThreads", "buffer", 10, 20, 9));

        assertThat(verdict("TwoThreads, plain subscriber: no row under 1").reached())
                .isTrue();
        assertThat(verdict("TwoThreads, their own subscriber: no row under 1").reached())
                .isFalse();
    }

    @Test
    void bytesAreComparedInEveryGridThatCountsThemAndAreNotTakenTooExactly() {
        String bytes = "every grid: bytes per item at most the better peer's, give or take 0.1";
        figures.add(figure("Anything", "r", "weir", 1, 16.05));
        figures.add(figure("Anything", "r", "reactor", 1, 16));
        figures.add(figure("Anything", "r", "rxjava", 1, 40));
        figures.addAll(row("WithoutBytes", "r", 1, 2, 3));

        assertThat(verdict(bytes).reached()).isTrue();

        figures.add(figure("Another", "r", "weir", 1, 24));
        figures.add(figure("Another", "r", "rxjava", 3, 16));

        assertThat(verdict(bytes).reached()).isFalse();
        assertThat(verdict(bytes).rows()).containsExactly("Another: r, plain subscriber: 8.00");
    }

    @Test
    void underOverloadTheConsumerGetsWhatItCanTake() {
        figures.addAll(row("Overload", "drop", 1.05, 1, 1));
        String enough = "Overload, plain subscriber: at most 1.1 times the floor";

        assertThat(verdict(enough).reached()).isTrue();

        figures.addAll(row("Overload", "latest", 1.2, 1, 1));

        assertThat(verdict(enough).rows()).containsExactly("Overload: latest, plain subscriber: 1.20");
    }

    @Test
    void whatIsInUseUnderOverloadMustNotGrow() {
        String flat = "OverloadInTime, ours: what is in use grows by no more than 5 %";
        assertThat(verdict(flat).word()).isEqualTo("not measured");

        course("drop, weir: MiB in use", 10, 10.2);
        course("drop, rxjava: MiB in use", 10, 20);
        course("drop, weir: deliveries per second", 10, 20);

        assertThat(verdict(flat).word()).isEqualTo("reached");
        assertThat(verdict(flat).figure()).isEqualTo("+2.0 %");

        course("latest, weir: MiB in use", 10, 11);

        assertThat(verdict(flat).word()).isEqualTo("MISSED");
        assertThat(verdict(flat).rows()).containsExactly("OverloadInTime: latest, weir: MiB in use: +10.0 %, grows");
    }

    private void course(String row, double first, double second) {
        figures.add(figure("OverloadInTime", row, "1", first));
        figures.add(figure("OverloadInTime", row, "2", second));
    }

    private Verdict verdict(String target) {
        List<Verdict> verdicts = Targets.verdicts(figures);
        return verdicts.stream()
                .filter(one -> one.target().equals(target))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no target '" + target + "', only " + verdicts));
    }
}
