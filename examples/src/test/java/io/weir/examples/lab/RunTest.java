package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lab on each of its inputs: no item may be lost sight of. */
@Timeout(60)
class RunTest {
    private static final List<Policy> ALL = List.of(Policy.values());
    private static final int LINES = 20_000;

    @TempDir
    Path folder;

    @Test
    void everyLineOfAFileCountsOnceInEveryRow() throws Exception {
        RunResult run = run(ALL, Duration.ZERO, Duration.ZERO, FileLines.of(file(lines())));

        assertAddsUp(run);
        assertThat(run.total()).hasValue(LINES);
        for (RowResult row : run.rows()) {
            if (row.policy() != Policy.BUFFER) {
                assertThat(row.received()).as("received by %s", row.policy()).isEqualTo(LINES);
            }
            assertThat(row.waiting()).as("waiting in %s", row.policy()).isZero();
            assertThat(row.mostWaiting()).isLessThanOrEqualTo(row.capacity());
        }
    }

    @Test
    void whoHoldsTheFileBackLosesNothing() throws Exception {
        RunResult run = run(
                List.of(Policy.MERGE_MAP, Policy.CONCAT_MAP),
                Duration.ZERO,
                Duration.ZERO,
                FileLines.of(file(lines())));

        assertThat(run.rows()).allSatisfy(row -> {
            assertThat(row.delivered()).isEqualTo(LINES);
            assertThat(row.heldBack()).isPositive();
        });
    }

    @Test
    void aFileIsLeftInTheMiddleWhenTheTimeIsOver() throws Exception {
        RunResult run = run(ALL, Duration.ofMillis(1), Duration.ofMillis(300), FileLines.of(file(lines())));

        assertAddsUp(run);
        assertThat(row(run, Policy.CONCAT_MAP).received()).isBetween(1L, LINES - 1L);
    }

    @Test
    void aFullBufferFailsAndTheOthersGoOn() throws Exception {
        RunResult run = run(
                List.of(Policy.BUFFER, Policy.DROP), Duration.ofMillis(1), Duration.ZERO, FileLines.of(file(lines())));

        assertAddsUp(run);
        RowResult buffer = row(run, Policy.BUFFER);
        assertThat(buffer.error()).isPresent();
        assertThat(buffer.dropped()).containsOnly(Map.entry(DropReason.BUFFER_FULL, 1L));
        assertThat(buffer.received()).isLessThan(LINES);
        assertThat(row(run, Policy.DROP).received()).isEqualTo(LINES);
    }

    @Test
    void aFileThatIsNotTextIsAnError() throws Exception {
        Path file = folder.resolve("binary");
        Files.write(file, new byte[] {'a', '\n', (byte) 0xC3, 'x', '\n'});

        assertThatThrownBy(() -> run(ALL, Duration.ZERO, Duration.ZERO, FileLines.of(file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void anEmptyFileIsNoError() throws Exception {
        RunResult run = run(ALL, Duration.ZERO, Duration.ZERO, FileLines.of(file("")));

        assertAddsUp(run);
        assertThat(run.total()).hasValue(0);
    }

    @Test
    void everyRowGetsEveryLineOfStandardInput() throws Exception {
        String text = lines(2_000);
        Input input = new StandardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        RunResult run = run(ALL, Duration.ZERO, Duration.ZERO, input);

        assertAddsUp(run);
        for (RowResult row : run.rows()) {
            if (row.policy() != Policy.BUFFER) { // which may fail
                assertThat(row.received()).as("received by %s", row.policy()).isEqualTo(2_000);
            }
        }
        assertThat(row(run, Policy.CONCAT_MAP).delivered()).isEqualTo(2_000);
    }

    @Test
    void standardInputThatSaysNothingDoesNotKeepTheRunFromEnding() throws Exception {
        try (PipedInputStream silent = new PipedInputStream();
                PipedOutputStream writer = new PipedOutputStream(silent)) {
            writer.write("one\n".getBytes(StandardCharsets.UTF_8));
            writer.flush();
            RunResult run = run(ALL, Duration.ZERO, Duration.ofMillis(200), new StandardInput(silent));

            assertAddsUp(run);
        }
    }

    @Test
    void pacedNumbersReachEveryRowAlike() throws Exception {
        RunResult run = run(ALL, Duration.ofMillis(1), Duration.ofMillis(700), new PacedNumbers(20_000));

        assertAddsUp(run);
        long sent = run.total().orElseThrow();
        assertThat(sent).isPositive();
        for (RowResult row : run.rows()) {
            assertThat(row.mostWaiting()).as("most in %s", row.policy()).isLessThanOrEqualTo(row.capacity());
            if (row.policy() != Policy.BUFFER) {
                assertThat(row.received()).as("received by %s", row.policy()).isEqualTo(sent);
            }
        }
        assertThat(row(run, Policy.DROP).dropped()).containsOnlyKeys(DropReason.NO_DEMAND);
        assertThat(row(run, Policy.CONCAT_MAP).guarded()).isTrue();
    }

    @Test
    void liveEventsReachEveryRowAlike() throws Exception {
        RunResult run = run(ALL, Duration.ofMillis(1), Duration.ofMillis(2500), new LiveEvents());

        assertAddsUp(run);
        long sent = run.total().orElseThrow();
        assertThat(sent).isPositive();
        assertThat(row(run, Policy.LATEST).received()).isEqualTo(sent);
        assertThat(row(run, Policy.MERGE_MAP).received()).isEqualTo(sent);
        assertThat(run.title()).contains("jdk.");
    }

    @Test
    void anInterruptedRunStillHasAResult() throws Exception {
        Run run = new Run(ALL, settings(Duration.ofMillis(1)), new PacedNumbers(1_000), Recording.none());
        run.interrupt();

        assertAddsUp(run.untilEnd(Duration.ofHours(1)));
    }

    private static void assertAddsUp(RunResult run) {
        assertThat(run.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.balanced()).as("%s", row).isTrue();
            assertThat(row.received()).as("%s", row).isEqualTo(row.delivered() + row.totalDropped() + row.waiting());
        });
    }

    private static RowResult row(RunResult run, Policy policy) {
        return run.rows().stream()
                .filter(row -> row.policy() == policy)
                .findFirst()
                .orElseThrow();
    }

    private static RunResult run(List<Policy> policies, Duration consumer, Duration limit, Input input)
            throws Exception {
        return new Run(policies, settings(consumer), input, Recording.none()).untilEnd(limit);
    }

    private static Settings settings(Duration consumer) {
        return new Settings(64, consumer, 4, Duration.ofMillis(20));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("lines.txt"), text);
    }

    private static String lines() {
        return lines(LINES);
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }
}
