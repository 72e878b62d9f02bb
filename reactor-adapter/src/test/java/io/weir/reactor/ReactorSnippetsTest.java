package io.weir.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.snippets.Snippet;
import io.weir.testkit.snippets.SnippetRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show of this adapter compiles, and prints what they say. */
@ResourceLock(Resources.SYSTEM_OUT)
class ReactorSnippetsTest {
    private static final String IMPORTS = """
            import io.weir.reactor.*;
            import reactor.core.publisher.*;
            import reactor.core.scheduler.Schedulers;
            """;

    private static SnippetRunner runner;

    @BeforeAll
    static void makeRunner(@TempDir Path directory) {
        runner = new SnippetRunner(
                directory, IMPORTS, "Flux<Integer> flux = Flux.range(1, 3);\n" + SnippetRunner.sharedTypes());
    }

    @AfterAll
    static void closeRunner() throws IOException {
        runner.close();
    }

    static Stream<Snippet> snippets() {
        Stream<Snippet> readme = Snippet.of("README.md").stream().filter(snippet -> snippet.mentions("ReactorAdapter"));
        return Stream.concat(readme, Snippet.of("docs/reactor.md").stream());
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void compilesAndPrintsWhatItSays(Snippet snippet) throws Exception {
        assertThat(runner.run(snippet)).as("printed by %s", snippet).isEqualTo(snippet.prints());
    }
}
