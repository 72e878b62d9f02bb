package io.weir.examples.lessons;

import io.weir.examples.cli.Errors;
import picocli.CommandLine;

/** Starts a lesson, and says in one line what is wrong with its options. */
public final class Main {
    private Main() {}

    /**
     * Runs a lesson, or lists them all, and ends the process.
     *
     * @param args the number of a lesson and options, see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return Errors.inOneLine(new CommandLine(new LessonCommand()));
    }
}
