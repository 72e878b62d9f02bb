package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(60)
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
                    """)
    void whatIsWrongTakesOneLineAndExitStatusTwo(String options, String message) {
        assertThat(lab("", options.split(" "))).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("lab: ").contains(message));
    }

    @Test
    void helpHasExamples() {
        assertThat(lab("", "--help")).isZero();

        assertThat(out.toString()).contains("Usage: ./lab", "Examples:", "tail -f", "--capacity=N", "Exit status");
    }

    @Test
    void showsATableForStandardInput() {
        assertThat(lab("a\nb\nc\n", "-", "--policies", "concatMap,buffer")).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
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

        assertThat(out.toString()).startsWith("{").endsWith("}\n").contains("\"title\" : \"lines of f.txt\"");
    }

    @Test
    void everyLineOfAFileCountsOnceInEveryRow() throws Exception {
        Path file = Files.writeString(folder.resolve("many.txt"), "line\n".repeat(20_000));

        assertThat(lab("", "--file", file.toString(), "--json")).isZero();

        assertThat(out.toString().lines().filter(line -> line.contains("\"received\"")))
                .hasSize(8)
                .allSatisfy(line -> assertThat(line).contains(" 20000"));
    }

    @Test
    void theLineOfProgressGoesToStandardErrorAndIsWiped() {
        assertThat(lab("", "--rate=1000", "--duration=2s", "--policies=drop", "--progress"))
                .isZero();

        assertThat(err.toString())
                .contains("\r0 s of 2 s: ", " numbers came in, 1 of 1 policies still run")
                .endsWith("\r");
        assertThat(out.toString()).doesNotContain("\r");
    }

    private int lab(String input, String... options) {
        CommandLine command = Main.commandLine(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(options);
    }
}
