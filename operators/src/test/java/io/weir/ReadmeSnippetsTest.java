package io.weir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.snippets.Snippet;
import io.weir.testkit.snippets.SnippetRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the pages of the operators show compiles, and prints what they say. */
@ResourceLock(Resources.SYSTEM_OUT)
class ReadmeSnippetsTest {
    private static final String README = "README.md";
    private static final String SUBSCRIBERS = "docs/sources-and-subscribers.md";
    private static final int FEWEST_IN_README = 8;

    private static SnippetRunner runner;

    @BeforeAll
    static void makeRunner(@TempDir Path directory) {
        runner = new SnippetRunner(directory, "", SnippetRunner.sharedTypes());
    }

    @AfterAll
    static void closeRunner() throws IOException {
        runner.close();
    }

    static Stream<Snippet> snippets() throws IOException {
        return pages().flatMap(page -> Snippet.of(page).stream()).filter(snippet -> !needsAnAdapter(snippet));
    }

    /** The module of the adapter compiles it. */
    private static boolean needsAnAdapter(Snippet snippet) {
        return snippet.mentions("ReactorAdapter") || snippet.mentions("RxJavaAdapter");
    }

    private static Stream<String> pages() throws IOException {
        return Stream.concat(Stream.of(README, SUBSCRIBERS, "docs/probes.md"), operatorPages());
    }

    private static Stream<String> operatorPages() throws IOException {
        try (Stream<Path> files = Files.list(Snippet.root().resolve("docs/operators"))) {
            return files
                    .map(file -> "docs/operators/" + file.getFileName())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void compilesAndPrintsWhatItSays(Snippet snippet) throws Exception {
        assertThat(runner.run(snippet)).as("printed by %s", snippet).isEqualTo(snippet.prints());
    }

    @Test
    void theReadmeHasSnippets() {
        assertThat(Snippet.of(README)).hasSizeGreaterThanOrEqualTo(FEWEST_IN_README);
    }

    @Test
    void everyPageOfAnOperatorHasASnippetThatRuns() throws IOException {
        assertThat(operatorPages())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(Snippet.of(page)).as(page).anyMatch(Snippet::runs));
    }

    @Test
    void aSnippetThatDoesNotCompileIsShownWithWhatTheCompilerSays() {
        Snippet broken = Snippet.in("page.md", List.of("# Page", "```java", "buffer(1).dropEldest();", "```"))
                .get(0);

        assertThatThrownBy(() -> runner.run(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("page.md, line 3", "buffer(1).dropEldest();", "cannot find symbol");
    }

    @Test
    void aSnippetIsHeldToWhatItPrints() throws Exception {
        Snippet wrong = Snippet.in(
                        "page.md", List.of("```java", "System.out.println(buffer(1));", "// prints", "// 2", "```"))
                .get(0);

        assertThat(runner.run(wrong)).containsExactly("buffer(1)").isNotEqualTo(wrong.prints());
    }
}
