package io.weir.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command prints. */
public final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Runs a command, and gives its exit status. */
    public int run(CommandLine command, String... arguments) {
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    /** Nothing was printed but one line that begins like this and contains that. */
    public void assertOneLineOfError(String beginning, String message) {
        assertThat(out()).isEmpty();
        assertThat(err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith(beginning).contains(message));
    }
}
