package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.weir.DropReason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final long MANY = 98_765_432;

    @Test
    void everyLineFitsInAHundredAndTwentyColumns() {
        List<RowResult> rows = Stream.of(Policy.values())
                .map(policy -> row(policy, MANY, 1, MANY - 257, 256, Optional.empty()))
                .toList();

        assertThat(new TextReport(run(rows)).text().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void aRowShowsItsFiguresAndSaysWhatTheyMean() {
        String text = new TextReport(run(List.of(row(Policy.DROP, 1_000, 600, 400, 0, Optional.empty())))).text();

        assertThat(text)
                .containsPattern("drop +1,000 +600 +400 BUFFER_FULL +0 +256 +256 +1,234 +1\\.5 +20\\.0")
                .contains("drop  lost 400 (40 %): they came while the consumer was busy")
                .contains("received = delivered + dropped + waiting now");
    }

    @Test
    void aPolicyThatFailedSaysHowMuchItMissed() {
        RowResult failed =
                row(Policy.BUFFER, 300, 299, 1, 0, Optional.of(new IllegalStateException("buffer(256) is full")));

        assertThat(new TextReport(run(List.of(failed))).text())
                .contains("failed: 256 waited and one more came, which is lost. The other 98,765,132 never came in.");
    }

    @Test
    void aRowThatDoesNotAddUpIsNotHidden() {
        RunResult run = run(List.of(row(Policy.DROP, 1_000, 1, 1, 1, Optional.empty())));

        assertThat(run.accountsForAll()).isFalse();
        assertThat(new TextReport(run).text()).contains("NOT EVERY ROW ADDS UP");
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        RowResult row = row(Policy.LATEST, 1_000, 599, 400, 1, Optional.empty());
        String json = new JsonReport(run(List.of(row))).text();

        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                assertThat(parser.currentToken()).isNotNull(); // it is well formed to its end
            }
        }
        assertThat(json)
                .contains("\"policy\" : \"latest\"", "\"received\" : 1000", "\"delivered\" : 599")
                .contains("\"BUFFER_FULL\" : 400", "\"waiting\" : 1", "\"heldBackMillis\" : 1234")
                .contains("\"p50\" : 1.500000", "\"accountsForAll\" : true", "\"total\" : 98765432");
    }

    private static RunResult run(List<RowResult> rows) {
        Settings settings = new Settings(256, Duration.ofMillis(1), 8, Duration.ofMillis(100));
        return new RunResult(
                "live events of this JVM",
                "They come as they come.",
                "events",
                false,
                OptionalLong.of(MANY),
                Duration.ofSeconds(5),
                settings,
                rows);
    }

    private static RowResult row(
            Policy policy, long received, long delivered, long dropped, long waiting, Optional<Throwable> error) {
        return new RowResult(
                policy,
                List.of(policy.toString()),
                policy.holdsBack(),
                received,
                delivered,
                Map.of(DropReason.BUFFER_FULL, dropped),
                waiting,
                256,
                256,
                Duration.ofMillis(1234),
                Duration.ofNanos(1_500_000),
                Duration.ofMillis(20),
                error.isPresent(),
                error,
                true);
    }
}
