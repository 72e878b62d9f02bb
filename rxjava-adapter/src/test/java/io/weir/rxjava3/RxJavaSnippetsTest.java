package io.weir.rxjava3;

import io.weir.testkit.snippets.Snippet;
import io.weir.testkit.snippets.SnippetSuite;
import java.util.stream.Stream;

/** The README and the page of this adapter. */
class RxJavaSnippetsTest extends SnippetSuite {
    RxJavaSnippetsTest() {
        super("""
                import io.reactivex.rxjava3.core.Flowable;
                import io.reactivex.rxjava3.schedulers.TestScheduler;
                import io.weir.rxjava3.*;
                """, "Flowable<Integer> flowable = Flowable.range(1, 3);\n");
    }

    @Override
    protected Stream<Snippet> snippets() {
        return Stream.concat(
                Snippet.of("README.md").stream().filter(snippet -> snippet.mentions("RxJavaAdapter")),
                Snippet.of("docs/rxjava.md").stream());
    }
}
