package io.weir.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds a library's table to its word, and {@code docs/migrating.md} to the table. How often each difference was needed is
 * written to {@code target/differential.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DropInSuite {
    private static final Path PAGE = Path.of("../docs/migrating.md");

    private final Library library;
    private final Table table;
    private final Class<?> stream;
    private final Class<?> rows;
    private final List<String> counts = new ArrayList<>();

    /**
     * A suite for a library.
     *
     * @param library the library
     * @param table its calls
     * @param stream the type that has the methods in question
     * @param rows the class in which the rows are written down
     */
    protected DropInSuite(Library library, Table table, Class<?> stream, Class<?> rows) {
        this.library = library;
        this.table = table;
        this.stream = stream;
        this.rows = rows;
    }

    List<Row> rows() {
        return table.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theReplacementDiffersOnlyInWhatIsListed(Row row) {
        assumeTrue(Comparison.isWanted(row));
        counts.add(Comparison.of(library, row, table.everywhere()).toString());
    }

    @AfterAll
    void writeCounts() throws IOException {
        Files.write(Path.of("target/differential.txt"), counts);
    }

    // ----------------------------------------------------------------------------------------- nothing is left out

    @Test
    void everyMethodInQuestionIsInTheTable() {
        assertThat(table.signatures())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(stream.getMethods())
                        .filter(DropInSuite::isInQuestion)
                        .map(Table::signatureOf)
                        .collect(Collectors.toSet()));
    }

    private static boolean isInQuestion(Method method) {
        String name = method.getName();
        return !Modifier.isStatic(method.getModifiers())
                && (name.startsWith("onBackpressure")
                        || name.startsWith("sample")
                        || name.startsWith("concatMap")
                        || name.startsWith("switchMap")
                        || (name.startsWith("flatMap")
                                && Arrays.asList(method.getParameterTypes()).contains(int.class)));
    }

    // -------------------------------------------------------------------------------- what is written is what runs

    @ParameterizedTest
    @MethodSource("rows")
    void theCallIsOneOfItsMethod(Row row) {
        assertThat(nameOf(row.call())).isEqualTo(nameOf(row.signature()));
        assertThat(row.call().chars().filter(c -> c == ',').count())
                .as("arguments of %s", row.call())
                .isEqualTo(row.signature().chars().filter(c -> c == ',').count());
    }

    private static String nameOf(String call) {
        return call.substring(0, call.indexOf('('));
    }

    /** In the source, each text is followed by a lambda with the same text as code. */
    @ParameterizedTest
    @MethodSource("rows")
    void theRowIsRunAsItIsWritten(Row row) throws IOException {
        String file = rows.getName().replace('.', '/') + ".java";
        String source = packed(Files.readString(Path.of("src/test/java", file)));
        String lambda = "(\\w+|\\([\\w,]*\\))->";
        assertThat(source)
                .containsPattern(Pattern.quote("\"" + packed(row.call()) + "\",") + lambda + "\\w+\\."
                        + Pattern.quote(packed(row.call()) + ",\"" + packed(row.replacement()) + "\",") + lambda
                        + Pattern.quote("via(" + packed(row.replacement()) + ")"));
    }

    private static String packed(String code) {
        return code.replaceAll("\\s", "");
    }

    // ------------------------------------------------------------------------------------------------------ the page

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        assertThat(Page.actual(table, PAGE)).containsExactlyElementsOf(Page.expected(table));
    }
}
