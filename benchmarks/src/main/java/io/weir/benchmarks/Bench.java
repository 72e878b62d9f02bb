package io.weir.benchmarks;

import io.weir.benchmarks.Method.Task;
import io.weir.benchmarks.report.Conditions;
import io.weir.benchmarks.report.Measurement;
import io.weir.benchmarks.report.Page;
import io.weir.benchmarks.report.Report;
import io.weir.benchmarks.report.Results;
import io.weir.benchmarks.report.Results.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The one command and its options. */
@Command(
        name = "./bench",
        sortOptions = false,
        description = {
            "Measures the operators beside those of Reactor and RxJava, and prints how many times faster ours are,"
                    + " the worst row first.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./bench",
            "  ./bench --only 'SameThread: (map|filter)'",
            "  ./bench full",
            "  ./bench full --only 'SameThread: buffer, demand 1$'",
            "  ./bench page",
            "",
            "Nothing else should run on the machine. Exit status: 0 done, whatever the figures are; 1 something failed;"
                    + " 2 wrong options."
        })
final class Bench implements Callable<Integer> {
    enum Part {
        QUICK,
        FULL,
        PAGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Path home;
    private final boolean terminal;
    private final List<Method> grids;

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            defaultValue = "quick",
            description = {
                "quick: some rows of every grid, in less than ten minutes (the default);",
                "full: everything, in two forks, in about an hour and a half; writes " + Page.FILE + ";",
                "page: only writes " + Page.FILE + " again, from " + Results.FILE + "."
            })
    private Part part = Part.QUICK;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description =
                    "Only the rows in whose names this is found, be they part of the quick run or not. A name is the"
                            + " grid and the row, as printed; a grid without JMH names only its operators. With"
                            + " full, the page keeps its other rows.")
    private @Nullable Pattern only;

    @Option(
            names = "--forks",
            paramLabel = "N",
            description =
                    "How many JVMs are started for each contender of a row: 1 in a quick run, 2 in a full one. Grids"
                            + " without JMH are measured once, in turns.")
    private @Nullable Integer forks;

    @Option(
            names = "--millis",
            paramLabel = "N",
            description = "For trying out a benchmark: how long each iteration takes, those that warm up too. Grids"
                    + " without JMH become shorter by as much.")
    private @Nullable Integer millis;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable") // picocli asks for it
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    Bench(Path home, boolean terminal, List<Method> grids) {
        this.home = home;
        this.terminal = terminal;
        this.grids = grids;
    }

    @Override
    public Integer call() throws IOException {
        switch (part) {
            case QUICK -> quick();
            case FULL -> full();
            case PAGE -> page();
        }
        return 0;
    }

    private void quick() throws IOException {
        List<Task> tasks = tasks();
        if (only == null) {
            tasks = tasks.stream().filter(Task::quick).toList();
        }
        List<Measurement> measurements = new ArrayList<>();
        measure(tasks, pace(Pace.QUICK), measurements::addAll);
        print(measurements);
    }

    /** Whatever was measured is kept at once: a run of hours may be interrupted. */
    private void full() throws IOException {
        List<Task> tasks = tasks();
        Pace pace = pace(Pace.FULL);
        Path kept = home.resolve(Results.FILE);
        Results before = only == null || !Files.exists(kept) ? new Results(List.of()) : Results.read(kept);
        Session session =
                new Session(Conditions.now(home, asTyped(), pace.toString(), JmhTask.HEAP), new ArrayList<>());
        measure(tasks, pace, measurements -> {
            session.measurements().addAll(measurements);
            before.with(session).write(kept);
        });
        print(session.measurements());
        page();
    }

    private String asTyped() {
        return Stream.concat(Stream.of("./bench"), command().commandLine().getParseResult().originalArgs().stream())
                .map(word -> word.matches("[\\w./-]+") ? word : "'" + word + "'")
                .collect(Collectors.joining(" "));
    }

    private void page() throws IOException {
        if (part == Part.PAGE && (only != null || forks != null || millis != null)) {
            throw wrong("page measures nothing, so it takes no options");
        }
        Path kept = home.resolve(Results.FILE);
        if (!Files.exists(kept)) {
            throw wrong("page needs the figures of a full run, but none are kept: ./bench full comes first");
        }
        String text = Page.of(Results.read(kept), Grid.sections()).text();
        Path file = home.resolve(Page.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        command().commandLine().getErr().println("bench: wrote " + Page.FILE);
    }

    private List<Task> tasks() {
        List<Task> tasks = grids.stream()
                .flatMap(grid -> grid.tasks().stream())
                .filter(task -> only == null || only.matcher(task.label()).find())
                .toList();
        if (tasks.isEmpty()) {
            throw wrong("--only must be found in the name of a row, such as '"
                    + grids.get(0).tasks().get(0).label() + "'; '" + only + "' is in none");
        }
        return tasks;
    }

    private Pace pace(Pace usual) {
        Pace pace = usual;
        if (forks != null) {
            pace = pace.withForks(atLeastOne("--forks", forks));
        }
        return millis == null ? pace : pace.withMillis(atLeastOne("--millis", millis));
    }

    private int atLeastOne(String option, int value) {
        if (value < 1) {
            throw wrong(option + " must be at least 1, was " + value);
        }
        return value;
    }

    private interface Keeper {
        void keep(List<Measurement> measurements) throws IOException;
    }

    private void measure(List<Task> tasks, Pace pace, Keeper keeper) throws IOException {
        int steps = tasks.stream().mapToInt(task -> task.steps(pace)).sum();
        Duration expected = tasks.stream()
                .map(task -> task.perStep(pace).multipliedBy(task.steps(pace)))
                .reduce(Duration.ZERO, Duration::plus);
        Progress progress = new Progress(command().commandLine().getErr(), terminal, steps, expected, System::nanoTime);
        try {
            for (Task task : tasks) {
                progress.begin(task.label(), task.perStep(pace));
                keeper.keep(task.measure(pace, progress));
            }
        } finally {
            progress.end();
        }
    }

    private void print(List<Measurement> measurements) {
        PrintWriter out = command().commandLine().getOut();
        out.print(new Report(measurements).text());
        out.flush();
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command().commandLine(), message);
    }
}
