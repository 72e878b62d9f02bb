package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.examples.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MainTest {
    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --capacity 0              | --capacity must be at least 1, was 0
                    --capacity many           | 'many' is not an int
                    --concurrency -1          | --concurrency must be at least 1, was -1
                    --rate 0                  | --rate must be at least 1, was 0
                    --period 0                | --period must be longer than 0
                    --consumer slow           | 'slow' is not a time
                    --duration -1s            | '-1s' is not a time
                    --policies buffer,forget  | there is no policy 'forget'; choose from buffer, buffer.dropOldest
                    --policies ,              | --policies names no policy
                    --rate 5 --file x         | mutually exclusive
                    some.txt                  | A file is given as --file some.txt
                    --wat                     | Unknown option: '--wat'
                    --file /no/such/file      | /no/such/file: no such file
                    --file /                  | /: is a directory
                    --timeline /no/such/page  | --timeline /no/such/page: cannot be written: there is no folder /no/such
                    --timeline /              | --timeline /: is a folder
                    """)
    void whatIsWrongTakesOneLineAndExitStatusTwo(String options, String message) {
        assertThat(lab("", options.split(" "))).isEqualTo(2);

        terminal.assertOneLineOfError("lab: ", message);
    }

    @Test
    void helpHasExamples() {
        assertThat(lab("", "--help")).isZero();

        assertThat(terminal.out()).contains("Usage: ./lab", "Examples:", "tail -f", "--capacity=N", "Exit status");
    }

    @Test
    void showsATableForStandardInput() {
        assertThat(lab("a\nb\nc\n", "-", "--policies", "concatMap,buffer")).isZero();

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out())
                .startsWith("3 lines of standard input, in ")
                .containsPattern("concatMap +3 +3 +0 ")
                .containsPattern("buffer +3 +3 +0 ")
                .contains("In every row: received = delivered + dropped + waiting now.");
    }

    @Test
    void printsNothingButJsonWhenAskedTo() throws Exception {
        Path file = Files.writeString(folder.resolve("f.txt"), "a\nb\n");

        assertThat(lab("", "--file", file.toString(), "--policies=concatMap", "--json"))
                .isZero();

        assertThat(terminal.out()).startsWith("{").endsWith("}\n").contains("\"title\" : \"lines of f.txt\"");
    }

    @Test
    void everyLineOfAFileCountsOnceInEveryRow() throws Exception {
        Path file = Files.writeString(folder.resolve("many.txt"), "line\n".repeat(20_000));

        assertThat(lab("", "--file", file.toString(), "--json")).isZero();

        assertThat(terminal.out().lines().filter(line -> line.contains("\"received\"")))
                .hasSize(8)
                .allSatisfy(line -> assertThat(line).contains(" 20000"));
    }

    @Test
    void writesATimelineOfEveryRowAndSaysWhatIsInIt() throws Exception {
        Path page = folder.resolve("timeline.html");

        assertThat(lab("a\nb\nc\n", "-", "--policies=concatMap,latest", "--timeline", page.toString()))
                .isZero();

        assertThat(terminal.out()).startsWith("3 lines of standard input, in ");
        assertThat(terminal.err()).matches("lab: " + page + " shows all \\d+ events\n");
        assertThat(page).content().contains("<html", "concatMap", "latest");
    }

    @Test
    void theTimelineOfALongRunSaysHowMuchItRemembers() throws Exception {
        Path file = Files.writeString(folder.resolve("many.txt"), "line\n".repeat(100_000));
        Path page = folder.resolve("timeline.html");

        assertThat(lab("", "--file", file.toString(), "--policies=latest", "--timeline", page.toString()))
                .isZero();

        assertThat(terminal.err()).matches("lab: " + page + " shows the last 100,000 of \\d+,\\d+ events\n");
    }

    @Test
    void theLineOfProgressGoesToStandardErrorAndIsWiped() {
        assertThat(lab("", "--rate=1000", "--duration=2s", "--policies=drop", "--progress"))
                .isZero();

        assertThat(terminal.err())
                .contains("\r0 s of 2 s: ", " numbers came in, 1 of 1 policies still run")
                .endsWith("\r");
        assertThat(terminal.out()).doesNotContain("\r");
    }

    private int lab(String input, String... options) {
        return terminal.run(
                Main.commandLine(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))), options);
    }
}
