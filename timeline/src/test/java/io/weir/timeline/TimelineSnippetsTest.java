package io.weir.timeline;

import io.weir.testkit.snippets.Snippet;
import io.weir.testkit.snippets.SnippetSuite;
import java.util.stream.Stream;

/** The page on the timeline, and what the README shows of it. */
class TimelineSnippetsTest extends SnippetSuite {
    TimelineSnippetsTest() {
        super("""
                import io.weir.reactor.*;
                import io.weir.timeline.*;
                import reactor.core.publisher.*;
                import reactor.core.scheduler.Schedulers;
                """, "io.weir.spi.Timer clock = new io.weir.testkit.VirtualTimer();\n");
    }

    @Override
    protected Stream<Snippet> snippets() {
        return Stream.concat(
                Snippet.of("README.md").stream().filter(snippet -> snippet.mentions("Recorder")),
                Snippet.of("docs/timeline.md").stream());
    }
}
