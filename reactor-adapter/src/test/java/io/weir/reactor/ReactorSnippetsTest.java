package io.weir.reactor;

import io.weir.testkit.snippets.Snippet;
import io.weir.testkit.snippets.SnippetSuite;
import java.util.stream.Stream;

/** The README and the page of this adapter. */
class ReactorSnippetsTest extends SnippetSuite {
    ReactorSnippetsTest() {
        super("""
                import io.weir.reactor.*;
                import reactor.core.publisher.*;
                import reactor.core.scheduler.Schedulers;
                """, "Flux<Integer> flux = Flux.range(1, 3);\n");
    }

    @Override
    protected Stream<Snippet> snippets() {
        return Stream.concat(
                Snippet.of("README.md").stream().filter(snippet -> snippet.mentions("ReactorAdapter")),
                Snippet.of("docs/reactor.md").stream());
    }
}
