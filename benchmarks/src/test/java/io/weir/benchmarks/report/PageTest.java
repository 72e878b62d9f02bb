package io.weir.benchmarks.report;

import static io.weir.benchmarks.report.MadeUp.figure;
import static io.weir.benchmarks.report.MadeUp.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.benchmarks.report.Results.Session;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final List<Section> SECTIONS = List.of(
            new Section("SameThread", "ns per item", "Everything on one thread."),
            new Section("Recording", "ns per item", "What it costs to watch."),
            new Section("SourceAlone", "ns per item", "What the source takes."),
            new Section("OverloadInTime", "tenth of the time", "From begin to end."));
    private static final Reasons NO_REASONS = new Reasons(List.of());

    @Test
    void beginsWithTheMeansAndSaysWhichTargetsAreMissed() {
        String page = page(NO_REASONS, row("SameThread", "map, demand 1", 2, 4, 3));

        assertThat(page)
                .startsWith("# Benchmarks\n")
                .contains("| SameThread | plain subscriber | 1 | 2.00 | 2.00 | 0 |")
                .contains("| SameThread, plain subscriber: geometric mean at least 3 | **missed** | 2.00 | 1 |")
                .contains("- SameThread: map, demand 1, plain subscriber: 2.00\n")
                .contains("| SameThread, plain subscriber: no row under 1.3 | reached | 2.00 | 0 |")
                .contains("| OwnSource: no row under 1 | not measured |  | 0 |")
                .contains("## Where we are behind\n\nNowhere.\n")
                .endsWith("|\n");
    }

    @Test
    void aRowBehindHasItsReasonOrIsNotExplainedYet() throws Exception {
        Reasons reasons = Reasons.read(new StringReader("""
                strict.rows = SameThread: (map|filter), .*, their own subscriber, time
                strict.because = Ours counts demand.
                """));

        String page = page(reasons, row("SameThread", "map, demand 1", 4, 3, 2));

        assertThat(page)
                .contains(
                        "Ours counts demand.\n\n| row | against | ours | theirs | ratio |",
                        "| SameThread: map, demand 1 | their own subscriber | 4.00 | 2.00 rxjava native | 0.50 |")
                .contains(
                        "Not explained yet.\n\n| row | against | ours | theirs | ratio |",
                        "| SameThread: map, demand 1 | plain subscriber | 4.00 | 3.00 reactor | 0.75 |");
    }

    @Test
    void moreBytesAreBehindToo() {
        String page = page(
                NO_REASONS,
                List.of(
                        figure("SameThread", "map, demand 1", "weir", 1, 24),
                        figure("SameThread", "map, demand 1", "rxjava", 3, 16)));

        assertThat(page)
                .contains("| SameThread: map, demand 1 | plain subscriber | 24.00 bytes | 16.00 bytes |  |")
                .contains("| bytes per item | weir | rxjava |\n|---|---:|---:|\n| map, demand 1 | 24.00 | 16.00 |\n");
    }

    @Test
    void hasTheSpreadOfEveryFigure() {
        Measurement ours = new Measurement("SameThread", "map, demand 1", "weir", 2, 1.5, 2.5, Double.NaN);

        String page = page(NO_REASONS, List.of(ours, figure("SameThread", "map, demand 1", "rxjava", 3)));

        assertThat(page)
                .contains("| ns per item | weir | rxjava | ratio, plain subscriber |")
                .contains("| map, demand 1 | 2.00 (1.50–2.50) | 3.00 | 1.50 |")
                .doesNotContain("| bytes per item |");
    }

    @Test
    void whatIsNotComparedIsShownInTheCourseOfTime() {
        String page = page(
                NO_REASONS,
                List.of(
                        figure("OverloadInTime", "latest, weir: MiB in use", "1", 20),
                        figure("OverloadInTime", "latest, weir: MiB in use", "2", 20.5),
                        figure("OverloadInTime", "latest, rxjava: MiB in use", "1", 20),
                        figure("OverloadInTime", "latest, rxjava: MiB in use", "2", 30)));

        assertThat(page)
                .contains("| tenth of the time | 1 | 2 | second half |")
                .contains("| latest, weir: MiB in use | 20.00 | 20.50 | +2.5 %, flat |")
                .contains("| latest, rxjava: MiB in use | 20.00 | 30.00 | +50.0 %, grows |")
                .contains("## Where we are behind\n\nNowhere.\n");
    }

    @Test
    void aStageThatIsWatchedIsComparedWithOneThatIsNot() {
        List<Measurement> figures = List.of(
                figure("Recording", "buffer", "unwatched", 10, 0),
                figure("Recording", "buffer", "empty probe", 12, 0),
                figure("Recording", "buffer", "recorder", 45, 8));

        assertThat(page(NO_REASONS, figures))
                .contains("| ns per item | unwatched | empty probe | recorder | times, empty probe | times, recorder |")
                .contains("| buffer | 10.00 | 12.00 | 45.00 | 1.20 | 4.50 |")
                .contains("| buffer | 0.00 | 0.00 | 8.00 |");
        assertThat(new Report(figures).text())
                .containsPattern("Recording: buffer +recorder +unwatched +45.00 +10.00 +4.50 +8.00 +0.00")
                .doesNotContain("in the course of time");
    }

    @Test
    void whatTheSourceTakesWithoutAnOperatorIsComparedWithTheLoop() {
        List<Measurement> figures = List.of(
                figure("SourceAlone", "items, demand 1", "loop", 0.5, 0),
                figure("SourceAlone", "items, demand 1", "no operator", 3, 0));

        assertThat(page(NO_REASONS, figures))
                .contains("| ns per item | loop | no operator | times, no operator |")
                .contains("| items, demand 1 | 0.50 | 3.00 | 6.00 |");
    }

    @Test
    void aSessionThatMeasuredWatchingSaysHowManyRowsThatWere() {
        Session session = new Session(
                new Conditions(Map.of("Date", "2026-03-03")),
                List.of(figure("Recording", "buffer", "unwatched", 10), figure("Recording", "buffer", "recorder", 45)));

        assertThat(new Page(new Results(List.of(session("2026-01-01", "map"), session)), NO_REASONS, SECTIONS).text())
                .containsSubsequence("| Date | 2026-03-03 |", "| Rows | 1 of Recording |");
    }

    @Test
    void overlappingSpreadsAreSaid() {
        Measurement ours = new Measurement("SameThread", "map, demand 1", "weir", 4, 2, 5, Double.NaN);

        String page = page(NO_REASONS, List.of(ours, figure("SameThread", "map, demand 1", "rxjava", 3)));

        assertThat(page).contains("| 0.75 (the spreads overlap) |");
    }

    @Test
    void saysWhatWasMeasuredWhenIfNotAllAtOnce(@TempDir Path folder) throws IOException {
        Session older = session("2026-01-01", "map, demand 1", "map, demand 128");
        Session newer = session("2026-02-02", "map, demand 128");
        Path file = folder.resolve("figures.tsv");
        new Results(List.of(older)).with(newer).write(file);
        Results results = Results.read(file);

        assertThat(results.measurements())
                .extracting(Measurement::row)
                .containsExactly("map, demand 1", "map, demand 1", "map, demand 128", "map, demand 128");
        assertThat(new Page(results, NO_REASONS, SECTIONS).text())
                .containsSubsequence(
                        "| Date | 2026-01-01 |",
                        "| Rows | 1 of SameThread |",
                        "| Date | 2026-02-02 |",
                        "| Rows | 1 of");
    }

    @Test
    void keptFiguresThatAreNotUnderstoodAreRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("figures.tsv"), "session\nDate\t2026-01-01\nG\tr\tweir\n");

        assertThatThrownBy(() -> Results.read(file)).hasMessageContaining("line 3 of the kept figures");
    }

    @Test
    void twoReasonsForARowAreOneTooMany() throws IOException {
        Reasons reasons = Reasons.read(new StringReader("""
                one.rows = SameThread: map
                one.because = Ours counts demand.
                two.rows = demand 1
                two.because = Ours is slow.
                """));

        assertThatThrownBy(() -> page(reasons, row("SameThread", "map, demand 1", 4, 3, 5)))
                .hasMessage("reasons.properties has 2 reasons for SameThread: map, demand 1, plain subscriber, time");
    }

    @Test
    void aReasonWithoutRowsIsRefused() {
        assertThatThrownBy(() -> Reasons.read(new StringReader("strict.because = Ours counts demand.")))
                .hasMessage("reasons.properties has no strict.rows");
    }

    @Test
    void theConditionsNameNeitherTheMachineNorAnyFolder() {
        Path home = Path.of("").toAbsolutePath();

        Conditions conditions = Conditions.now(home, "./bench full", "2 forks", "512m");

        assertThat(conditions.facts())
                .containsKeys("Date", "Commit", "Reactor", "RxJava", "JDK", "Processor", "Memory");
        assertThat(conditions.facts().get("Reactor")).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(conditions.facts().values())
                .noneMatch(fact -> fact.contains(home.toString()))
                .noneMatch(Pattern.compile(".*" + Pattern.quote(System.getProperty("user.home")) + ".*")
                        .asMatchPredicate());
    }

    private static Session session(String date, String... rows) {
        return new Session(
                new Conditions(Map.of("Date", date)),
                List.of(rows).stream()
                        .flatMap(row ->
                                List.of(figure("SameThread", row, "weir", 1), figure("SameThread", row, "rxjava", 2))
                                        .stream())
                        .toList());
    }

    private static String page(Reasons reasons, List<Measurement> figures) {
        Conditions conditions = new Conditions(Map.of("Date", "2026-01-01"));
        return new Page(new Results(List.of(new Session(conditions, figures))), reasons, SECTIONS).text();
    }
}
