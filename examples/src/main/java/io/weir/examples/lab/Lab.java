package io.weir.examples.lab;

import io.weir.examples.cli.Errors;
import io.weir.examples.cli.HelpOption;
import io.weir.examples.cli.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The lab's command line. */
@Command(
        name = "lab",
        usageHelpWidth = 100,
        usageHelpAutoWidth = false,
        sortOptions = false,
        headerHeading = "",
        header =
                "Feeds one stream to a consumer that is too slow, through several policies side by side, and shows what"
                        + " became of every item.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "./lab [--file PATH | --rate N | -] [OPTIONS]",
        descriptionHeading = "%n",
        description = {
            "Without an input, the items are the live events of the lab's own JVM, which come in bursts and"
                    + " cannot be slowed down.",
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./lab --duration 5s                             live events, for 5 seconds",
            "  ./lab --rate 5000 --policies drop,latest        5,000 numbers a second",
            "  ./lab --file access.log                         every line, as fast as the consumers can",
            "  ./lab --file access.log --consumer 1ms --duration 10s",
            "  tail -f access.log | ./lab - --duration 1m",
            "  JAVA_OPTS=-Xmx64m ./lab --file big.log --json > result.json",
            "",
            "Exit status: 0 when every item is accounted for, 1 when not, 2 for a wrong option or an",
            "unreadable input. Ctrl-C ends the run and shows the result so far.",
        })
final class Lab implements Callable<Integer> {
    private static final int ADDS_UP = 0;
    private static final int DOES_NOT_ADD_UP = 1;
    private static final int UNREADABLE = 2;
    private static final String ON_A_TERMINAL = "weir.lab.terminal";
    private static final String STANDARD_INPUT = "-";

    private static final class Source {
        @Option(
                names = "--file",
                paramLabel = "PATH",
                description = {
                    "Take the lines of this file (UTF-8). Each policy reads it for itself.",
                    "--file -, or just -, is standard input. It can be read only once: a line is read when every"
                            + " policy has asked for one, so the slowest slows them all."
                })
        @Nullable
        String file;

        @Option(
                names = "--rate",
                paramLabel = "N",
                description = "Generate N numbers a second, whatever the consumers do.")
        @Nullable
        Integer rate;

        @Parameters(arity = "0..1", hidden = true)
        @Nullable
        String dash;
    }

    @ArgGroup
    private Source source = new Source();

    @Option(
            names = "--policies",
            paramLabel = "NAME",
            split = ",",
            description = {
                "What to compare. Default: all, that is",
                "buffer, buffer.dropOldest, buffer.dropNewest, drop, latest, sample, mergeMap,",
                "concatMap, switchMap. For lines: all but buffer, which would fail at the first line",
                "too many and read no further."
            })
    private @Nullable List<Policy> policies;

    @Option(
            names = "--capacity",
            paramLabel = "N",
            defaultValue = "256",
            description = "How many items a buffer may hold. Default: ${DEFAULT-VALUE}.")
    private int capacity;

    @Option(
            names = "--consumer",
            paramLabel = "TIME",
            description =
                    "How long a consumer spends on each item, such as 1ms or 20us; 0 is as fast as it can. Default:"
                            + " 1ms, but 0 for lines, so that a long file comes to its end.")
    private @Nullable Duration consumer;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description =
                    "How long to run, such as 5s or 1m; 0 is until the input ends. Default: 10s, but 0 for lines.")
    private @Nullable Duration duration;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many items mergeMap works on at once. Default: ${DEFAULT-VALUE}.")
    private int concurrency;

    @Option(
            names = "--period",
            paramLabel = "TIME",
            defaultValue = "100ms",
            description = "How often sample lets an item through. Default: ${DEFAULT-VALUE}.")
    private Duration period = Duration.ZERO;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = "--timeline",
            paramLabel = "PATH",
            description =
                    "Write a page that shows each request, item and drop: of all rows together the last 100,000 of them.")
    private @Nullable String timeline;

    @Option(
            names = "--progress",
            negatable = true,
            defaultValue = Option.NULL_VALUE,
            description = "Show a line of progress while it runs, or don't. Default: on a terminal only.")
    private @Nullable Boolean progress;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private final HelpOption help = new HelpOption();

    @Spec
    private @Nullable CommandSpec spec;

    private final InputStream standardInput;

    Lab(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Recording recording = recording();
            Input input = input();
            Duration limit = duration == null ? input.defaultDuration() : duration;
            Run run = new Run(policies(input), settings(input), input, recording);
            return show(run, limit, recording);
        } catch (IOException e) {
            Errors.say(command(), String.valueOf(e.getMessage()));
            return UNREADABLE;
        }
    }

    private Integer show(Run run, Duration limit, Recording recording) throws IOException, InterruptedException {
        Interruption interruption = Interruption.of(run);
        try {
            RunResult result = watched(run, limit);
            PrintWriter out = command().getOut();
            out.print(json ? new JsonReport(result).text() : new TextReport(result).text());
            out.flush();
            recording.write().ifPresent(written -> Errors.say(command(), written));
            return result.accountsForAll() ? ADDS_UP : DOES_NOT_ADD_UP;
        } finally {
            interruption.over();
        }
    }

    private RunResult watched(Run run, Duration limit) throws IOException, InterruptedException {
        if (!(progress == null ? Boolean.getBoolean(ON_A_TERMINAL) : progress)) {
            return run.untilEnd(limit);
        }
        Progress shown = Progress.start(run, limit, command().getErr());
        try {
            return run.untilEnd(limit);
        } finally {
            shown.wipe();
        }
    }

    private Input input() throws IOException {
        if (source.rate != null) {
            return new PacedNumbers(atLeastOne("--rate", source.rate));
        }
        if (source.dash != null && !source.dash.equals(STANDARD_INPUT)) {
            throw wrong("what is '" + source.dash + "'? A file is given as --file " + source.dash);
        }
        if (source.dash != null || STANDARD_INPUT.equals(source.file)) {
            return new StandardInput(standardInput);
        }
        return source.file == null ? new LiveEvents() : FileLines.of(path(source.file));
    }

    private Recording recording() {
        try {
            return timeline == null ? Recording.none() : Recording.to(OutputFile.of("--timeline", timeline));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw wrong(file + ": is not a path");
        }
    }

    private List<Policy> policies(Input input) {
        if (policies == null) {
            return Stream.of(Policy.values())
                    .filter(policy -> policy != Policy.BUFFER || !input.canBeSlowed())
                    .toList();
        }
        if (policies.isEmpty()) {
            throw wrong("--policies names no policy");
        }
        return policies.stream().distinct().toList();
    }

    private Settings settings(Input input) {
        if (period.isZero()) {
            throw wrong("--period must be longer than 0");
        }
        return new Settings(
                atLeastOne("--capacity", capacity),
                consumer == null ? input.defaultConsumer() : consumer,
                atLeastOne("--concurrency", concurrency),
                period);
    }

    private int atLeastOne(String option, int value) {
        if (value < 1) {
            throw wrong(option + " must be at least 1, was " + value);
        }
        return value;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command(), message);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
