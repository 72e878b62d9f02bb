package io.weir.examples.lessons;

import io.weir.examples.cli.HelpOption;
import io.weir.examples.cli.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the lessons. */
@Command(
        name = "lesson",
        usageHelpWidth = 100,
        usageHelpAutoWidth = false,
        sortOptions = false,
        headerHeading = "",
        header = "Runs a lesson about demand, draws what happened, and writes it as a page. Alone, lists the lessons.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "./lesson [NUMBER] [OPTIONS]",
        optionListHeading = "%n",
        footerHeading = "%nExit status: 0, or 2 for a wrong option.%n")
final class LessonCommand implements Callable<Integer> {
    private static final String PAGES = "weir.lessons.pages"; // the folder for pages that nobody named
    private static final int LEAST_COLUMNS = 60;
    private static final int MOST_COLUMNS = 200;

    @Parameters(arity = "0..1", hidden = true)
    private @Nullable Integer number;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Where to write the page. Default: a file among what was built, whose path is printed.")
    private @Nullable String out;

    @Option(
            names = "--columns",
            paramLabel = "N",
            defaultValue = "${sys:weir.lessons.columns:-100}",
            description = "How wide to draw, from " + LEAST_COLUMNS + " to " + MOST_COLUMNS + ". Default: the width of"
                    + " the terminal, or 100.")
    private int columns;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private final HelpOption help = new HelpOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter text = command().getOut();
        if (number == null) {
            refuseOptionsOfALesson();
            text.print(Sheet.list());
        } else {
            text.print(taught(number));
        }
        text.flush();
        return 0;
    }

    private String taught(int number) throws Exception {
        Lesson lesson = checked(() -> Course.lesson(number));
        if (columns < LEAST_COLUMNS || columns > MOST_COLUMNS) {
            throw wrong("--columns must be from " + LEAST_COLUMNS + " to " + MOST_COLUMNS + ", was " + columns);
        }
        Path page =
                out == null ? usualPage(number) : checked(() -> OutputFile.of("--out", Objects.requireNonNull(out)));
        Sheet sheet = Sheet.of(number, lesson);
        sheet.timeline().writeHtml(page);
        return sheet.text(columns) + "\nThe page: " + page.toAbsolutePath() + "\n";
    }

    private static Path usualPage(int number) throws IOException {
        String folder = System.getProperty(PAGES);
        Path pages =
                folder == null ? Files.createTempDirectory("weir-lessons") : Files.createDirectories(Path.of(folder));
        return pages.resolve("lesson-" + number + ".html");
    }

    private void refuseOptionsOfALesson() {
        if (out != null) {
            throw wrong("--out is for the page of one lesson; give its number as well, such as ./lesson 1");
        }
    }

    private <T> T checked(Callable<T> value) throws Exception {
        try {
            return value.call();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command(), message);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
