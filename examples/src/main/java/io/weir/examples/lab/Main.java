package io.weir.examples.lab;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Starts the lab, and says in one line what is wrong with its options. */
public final class Main {
    private Main() {}

    /**
     * Runs the lab and ends the process.
     *
     * @param args the options, see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(commandLine(System.in).execute(args));
    }

    static CommandLine commandLine(InputStream standardInput) {
        return new CommandLine(new Lab(standardInput))
                .registerConverter(Duration.class, new Times())
                .registerConverter(Policy.class, new PolicyNames())
                .setParameterExceptionHandler(Main::explain)
                .setExecutionExceptionHandler(Main::report);
    }

    private static int explain(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        String message = String.valueOf(error.getMessage()).replaceFirst("^Error: ", "");
        say(command, message + " (./lab --help shows the options)");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int report(Exception error, CommandLine command, ParseResult options) {
        if (error instanceof ParameterException wrong) {
            return explain(wrong, new String[0]);
        }
        say(command, error.toString());
        error.printStackTrace(command.getErr());
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** One line, whatever the message. */
    static void say(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println("lab: " + message.lines().findFirst().orElse(message));
        err.flush();
    }
}
