package io.weir.testkit.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show of a module compiles, and prints what they say. */
@ResourceLock(Resources.SYSTEM_OUT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SnippetSuite {
    private final String imports;
    private final String declarations;
    private SnippetRunner runner;

    /**
     * @param imports what the snippets may use besides the library and the usual parts of the JDK
     * @param declarations types and fields that they may use
     */
    protected SnippetSuite(String imports, String declarations) {
        this.imports = imports;
        this.declarations = declarations;
    }

    /** The snippets of the module. */
    protected abstract Stream<Snippet> snippets();

    @BeforeAll
    final void makeRunner(@TempDir Path directory) {
        runner = new SnippetRunner(directory, imports, declarations + SnippetRunner.sharedTypes());
    }

    @AfterAll
    final void closeRunner() throws IOException {
        runner.close();
    }

    protected final SnippetRunner runner() {
        return runner;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    final void compilesAndPrintsWhatItSays(Snippet snippet) throws Exception {
        assertThat(runner.run(snippet)).as("printed by %s", snippet).isEqualTo(snippet.prints());
    }
}
