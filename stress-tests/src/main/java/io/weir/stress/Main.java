package io.weir.stress;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./stress}. */
public final class Main {
    private static final List<String> LONG = List.of("-iters", "5", "-time", "500");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Path report = Path.of(System.getProperty("weir.stress.report", "target/stress"));
        Races races = Races.run(
                report, Stream.concat(LONG.stream(), Stream.of(arguments)).toList());
        System.out.println();
        System.out.println("Meetings in each operator:");
        races.meetings().forEach((operator, times) -> System.out.printf("  %-25s %,14d%n", operator, times));
        races.failed().forEach(failure -> System.out.println("FAILED  " + failure));
        races.notRun().forEach(name -> System.out.println("NOT RUN " + name));
        System.exit(races.failed().isEmpty() && races.notRun().isEmpty() ? 0 : 1);
    }
}
