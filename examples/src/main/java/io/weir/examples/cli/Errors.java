package io.weir.examples.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line what is wrong with the options of a command. */
public final class Errors {
    private Errors() {}

    /**
     * Makes a command line say each error in one line. A {@link ParameterException} that the command throws is one in its
     * options; anything else comes with a stack trace.
     *
     * @param command the command line
     * @return the same
     */
    public static CommandLine inOneLine(CommandLine command) {
        return command.setParameterExceptionHandler(Errors::explain).setExecutionExceptionHandler(Errors::report);
    }

    private static int explain(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        String message = String.valueOf(error.getMessage()).replaceFirst("^Error: ", "");
        say(command, message + " (./" + command.getCommandName() + " --help shows the options)");
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

    /**
     * Prints one line, whatever the message, to where the command prints its errors.
     *
     * @param command the command line
     * @param message what to say
     */
    public static void say(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println(
                command.getCommandName() + ": " + message.lines().findFirst().orElse(message));
        err.flush();
    }
}
