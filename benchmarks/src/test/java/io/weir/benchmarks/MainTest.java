package io.weir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.benchmarks.Method.Task;
import io.weir.benchmarks.report.MadeUp;
import io.weir.benchmarks.report.Measurement;
import io.weir.benchmarks.report.Page;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> measured = new ArrayList<>();
    private double ours = 2;

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --only [        | '[' is not a regular expression: Unclosed character class
            --only nothing  | such as 'SameThread: map, demand 1'; 'nothing' is in none
            --forks 0       | --forks must be at least 1, was 0
            --forks many    | 'many' is not an int
            --millis -5     | --millis must be at least 1, was -5
            all             | 'all' is none of [quick, full, page]
            page --forks 2  | page measures nothing, so it takes no options
            page            | none are kept: ./bench full comes first
            --wat           | Unknown option: '--wat'
            """)
    void whatIsWrongTakesOneLineAndExitStatusTwo(String options, String message) {
        assertThat(bench(options.split(" "))).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("bench: ").contains(message));
        assertThat(measured).isEmpty();
    }

    @Test
    void helpExplainsEveryPart() {
        assertThat(bench("--help")).isZero();

        assertThat(out.toString()).contains("quick:", "full:", "page:", "--only", "--millis", "Exit status");
    }

    @Test
    void aloneItMeasuresSomeRowsAndWritesNothing() {
        assertThat(bench()).isZero();

        assertThat(measured).containsExactly("map, demand 1: " + Pace.QUICK);
        assertThat(out.toString())
                .startsWith("row, the worst first")
                .contains("SameThread: map, demand 1  plain subscriber  rxjava");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void onlyMeansAlsoRowsThatAreNotInTheQuickRun() {
        assertThat(bench("--only", "demand 128$", "--millis", "7", "--forks", "2"))
                .isZero();

        assertThat(measured).containsExactly("map, demand 128: 2 forks of 3 warm-ups of 7 ms and 3 iterations of 7 ms");
    }

    @Test
    void aMissedTargetIsSaidAndDoesNotFailTheRun() {
        ours = 1000;

        assertThat(bench()).isZero();

        assertThat(out.toString())
                .containsPattern("SameThread, plain subscriber: no row under 1.3 +MISSED")
                .contains("but\n  SameThread: map, demand 1, plain subscriber: 0.00\n");
    }

    @Test
    void progressGoesToStandardError() {
        bench();

        assertThat(err.toString())
                .isEqualTo("0 of 1, less than a minute left: SameThread: map, demand 1\n"
                        .replace("\n", System.lineSeparator()));
    }

    @Test
    void aFullRunWritesThePageAndAPartOfItKeepsTheOtherRows() throws Exception {
        assertThat(bench("full")).isZero();
        ours = 3;
        assertThat(bench("full", "--only", "demand (128|256)")).isZero();

        assertThat(measured).hasSize(3).allMatch(row -> row.endsWith(Pace.FULL.toString()));
        assertThat(home.resolve(Page.FILE))
                .content()
                .contains("| map, demand 1 | 2.00 |", "| map, demand 128 | 3.00 |")
                .contains("| Command | ./bench full |", "| Command | ./bench full --only 'demand (128\\|256)' |");
    }

    @Test
    void thePageIsMadeAgainWithoutMeasuring() throws Exception {
        bench("full");
        String page = Files.readString(home.resolve(Page.FILE));
        Files.delete(home.resolve(Page.FILE));
        measured.clear();

        assertThat(bench("page")).isZero();

        assertThat(measured).isEmpty();
        assertThat(home.resolve(Page.FILE)).hasContent(page);
    }

    @Test
    void aContenderThatFailsFailsTheRun() {
        ours = -1;

        assertThat(bench()).isEqualTo(1);

        assertThat(err.toString())
                .contains("the figure of weir in SameThread: map, demand 1 must be positive, was -1.0");
    }

    private int bench(String... options) {
        CommandLine command = Main.commandLine(home, false, List.of(new MadeUpGrid()));
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(options);
    }

    private final class MadeUpGrid implements Method {
        @Override
        public String grid() {
            return "SameThread";
        }

        @Override
        public List<Task> tasks() {
            return List.of(new MadeUpTask("map, demand 1", true), new MadeUpTask("map, demand 128", false));
        }
    }

    private final class MadeUpTask implements Task {
        private final String row;
        private final boolean quick;

        MadeUpTask(String row, boolean quick) {
            this.row = row;
            this.quick = quick;
        }

        @Override
        public String label() {
            return "SameThread: " + row;
        }

        @Override
        public boolean quick() {
            return quick;
        }

        @Override
        public int steps(Pace pace) {
            return pace.forks();
        }

        @Override
        public Duration perStep(Pace pace) {
            return pace.perFork();
        }

        @Override
        public List<Measurement> measure(Pace pace, Progress progress) {
            measured.add(row + ": " + pace);
            progress.done();
            return List.of(
                    MadeUp.figure("SameThread", row, "weir", ours), MadeUp.figure("SameThread", row, "rxjava", 6));
        }
    }
}
