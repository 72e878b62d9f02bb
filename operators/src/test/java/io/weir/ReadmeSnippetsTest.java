package io.weir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.snippets.Snippet;
import io.weir.testkit.snippets.SnippetSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the pages of the operators show compiles, and prints what they say. */
class ReadmeSnippetsTest extends SnippetSuite {
    private static final String README = "README.md";
    private static final String SUBSCRIBERS = "docs/sources-and-subscribers.md";
    private static final int FEWEST_IN_README = 8;

    ReadmeSnippetsTest() {
        super("", "");
    }

    @Override
    protected Stream<Snippet> snippets() {
        return pages().flatMap(page -> Snippet.of(page).stream()).filter(snippet -> !needsAnotherModule(snippet));
    }

    /** That one compiles it. */
    private static boolean needsAnotherModule(Snippet snippet) {
        return Stream.of("ReactorAdapter", "RxJavaAdapter", "Recorder").anyMatch(snippet::mentions);
    }

    private static Stream<String> pages() {
        return Stream.concat(Stream.of(README, SUBSCRIBERS, "docs/probes.md"), operatorPages());
    }

    private static Stream<String> operatorPages() {
        try (Stream<Path> files = Files.list(Snippet.root().resolve("docs/operators"))) {
            return files
                    .map(file -> "docs/operators/" + file.getFileName())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theReadmeHasSnippets() {
        assertThat(Snippet.of(README)).hasSizeGreaterThanOrEqualTo(FEWEST_IN_README);
    }

    @Test
    void everyPageOfAnOperatorHasASnippetThatRuns() {
        assertThat(operatorPages())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(Snippet.of(page)).as(page).anyMatch(Snippet::runs));
    }

    @Test
    void aSnippetThatDoesNotCompileIsShownWithWhatTheCompilerSays() {
        Snippet broken = Snippet.in("page.md", List.of("# Page", "```java", "buffer(1).dropEldest();", "```"))
                .get(0);

        assertThatThrownBy(() -> runner().run(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("page.md, line 3", "buffer(1).dropEldest();", "cannot find symbol");
    }

    @Test
    void aSnippetIsHeldToWhatItPrints() throws Exception {
        Snippet wrong = Snippet.in(
                        "page.md", List.of("```java", "System.out.println(buffer(1));", "// prints", "// 2", "```"))
                .get(0);

        assertThat(runner().run(wrong)).containsExactly("buffer(1)").isNotEqualTo(wrong.prints());
    }
}
