package io.weir.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Starts {@code ./bench}, and says what is wrong with its options. */
public final class Main {
    private Main() {}

    /**
     * Measures and ends the process.
     *
     * @param args the options, see {@code --help}
     */
    public static void main(String[] args) {
        Path home = Path.of(System.getProperty("weir.bench.home", "."));
        System.exit(commandLine(home, Boolean.getBoolean("weir.bench.terminal"), Grid.methods())
                .execute(args));
    }

    static CommandLine commandLine(Path home, boolean terminal, List<Method> grids) {
        return new CommandLine(new Bench(home, terminal, grids))
                .registerConverter(Pattern.class, Main::pattern)
                .registerConverter(Bench.Part.class, Main::part)
                .setParameterExceptionHandler(Main::explain)
                .setExecutionExceptionHandler(Main::report);
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new TypeConversionException("'" + text + "' is not a regular expression: " + wrong.getDescription());
        }
    }

    private static Bench.Part part(String text) {
        return Arrays.stream(Bench.Part.values())
                .filter(part -> part.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is none of " + Arrays.toString(Bench.Part.values())));
    }

    private static int explain(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        say(command, error.getMessage() + " (./bench --help shows the options)");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int report(Exception error, CommandLine command, ParseResult options) {
        if (error instanceof ParameterException wrong) {
            return explain(wrong, new String[0]);
        }
        if (error instanceof IllegalStateException failure) {
            say(command, String.valueOf(failure.getMessage()));
        } else {
            say(command, error.toString());
            error.printStackTrace(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static void say(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println("bench: " + message);
        err.flush();
    }
}
