package io.weir.examples.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.examples.cli.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @Test
    void aloneListsTheLessons() {
        assertThat(lesson()).isZero();

        assertThat(terminal.out())
                .contains("1  What request(n) means", "3  The four answers to a fast producer", "8  Reading a stalled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0                          | there is no lesson 0; they are numbered from 1 to 8
                    9                          | there is no lesson 9; they are numbered from 1 to 8
                    one                        | 'one' is not an int
                    1 2                        | Unmatched argument
                    --wat                      | Unknown option: '--wat'
                    1 --columns 3              | --columns must be from 60 to 200, was 3
                    1 --columns wide           | 'wide' is not an int
                    --out x.html               | give its number as well
                    1 --out /no/such/page.html | --out /no/such/page.html: cannot be written: there is no folder /no/such
                    1 --out /                  | --out /: is a folder
                    """)
    void whatIsWrongTakesOneLineAndExitStatusTwo(String options, String message) {
        assertThat(lesson(options.split(" "))).isEqualTo(2);

        terminal.assertOneLineOfError("lesson: ", message);
    }

    @Test
    void drawsTheRunAndWritesThePageWhereItIsTold() {
        Path page = folder.resolve("page.html");

        assertThat(lesson("1", "--out", page.toString(), "--columns", "80")).isZero();

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out()).startsWith("Lesson 1: ").endsWith("The page: " + page + "\n");
        assertThat(page).content().contains("<html").contains("What request(n) means");
    }

    @Test
    void withoutAPathThePageIsAmongWhatWasBuiltAndItsPathIsPrinted() throws Exception {
        assertThat(lesson("8")).isZero();

        Matcher path = Pattern.compile("The page: (.*)\n$").matcher(terminal.out());
        assertThat(path.find()).isTrue();
        Path page = Path.of(path.group(1));
        assertThat(page).isAbsolute().hasFileName("lesson-8.html").isNotEmptyFile();
        assertThat(page.toString())
                .doesNotStartWith(Path.of("").toAbsolutePath().toString());
        Files.delete(page);
        Files.delete(page.getParent());
    }

    private int lesson(String... options) {
        return terminal.run(Main.commandLine(), options);
    }
}
