package io.weir.examples.lab;

import io.weir.examples.cli.Errors;
import java.io.InputStream;
import java.time.Duration;
import picocli.CommandLine;

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
        return Errors.inOneLine(new CommandLine(new Lab(standardInput))
                .registerConverter(Duration.class, new Times())
                .registerConverter(Policy.class, new PolicyNames()));
    }
}
