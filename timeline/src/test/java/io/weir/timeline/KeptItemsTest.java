package io.weir.timeline;

import static io.weir.Operators.drop;
import static io.weir.Operators.latest;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.timeline.Timeline.Kind;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

/** What becomes of the items that a recorder sees. */
class KeptItemsTest {
    private static final int TRIES = 50;
    private static final Subscription NOTHING = new Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private final Recorder recorder = Recorder.create();

    private List<Object> recorded(Object... items) {
        dropping(items);
        return recorder.timeline().events().stream()
                .filter(event -> event.kind() == Kind.DROPPED)
                .map(Timeline.Event::item)
                .toList();
    }

    /** Nobody but the recorder looks at the items. */
    private void dropping(Object... items) {
        Publisher<Object> source = s -> {
            s.onSubscribe(NOTHING);
            for (Object item : items) {
                s.onNext(item);
            }
        };
        drop().probe(recorder).apply(source).subscribe(TestSubscriber.create());
    }

    @Test
    void numbersCharactersBooleansAndEnumsAreKeptAsTheyAre() {
        Object[] plain = {1, 2L, 3.5, 4.5f, (short) 5, (byte) 6, 'c', true, DropReason.FILTERED};
        assertThat(recorded(plain)).containsExactly(plain);
    }

    @Test
    void ofAnythingElseTheTextIsMadeAtOnce() {
        StringBuilder changing = new StringBuilder("before");
        assertThat(recorded(changing, Duration.ofSeconds(2))).containsExactly("before", "PT2S");
        changing.append(" and after");
        assertThat(recorded()).containsExactly("before", "PT2S");
    }

    @Test
    void aLongTextIsCutAndNotWithinACharacter() {
        String sixty = "x".repeat(60);
        String emoji = "x".repeat(58) + "😀😀";
        assertThat(recorded(sixty, sixty + "y", emoji, "y".repeat(1_000_000)))
                .containsExactly(sixty, "x".repeat(59) + "…", "x".repeat(58) + "…", "y".repeat(59) + "…");
    }

    @Test
    void anItemWhoseTextCannotBeMadeIsShownAsItsClass() {
        class Throwing {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        }
        class Endless {
            @Override
            public String toString() {
                return "and " + this;
            }
        }
        class Silent {
            @Override
            @SuppressWarnings("ToStringReturnsNull") // on purpose
            public String toString() {
                return null;
            }
        }
        assertThat(recorded(new Throwing(), new Endless(), new Silent(), 1))
                .containsExactly(Throwing.class.getName(), Endless.class.getName(), Silent.class.getName(), 1);
    }

    @Test
    void anErrorIsKeptAsTheBeginningOfItsText() {
        TestSource<Object> source = new TestSource<>();
        latest().probe(recorder).apply(source).subscribe(TestSubscriber.create());
        source.fail(new IllegalStateException("b".repeat(500)));
        assertThat(recorder.timeline().events())
                .last()
                .satisfies(event -> assertThat((String) event.item())
                        .startsWith("java.lang.IllegalStateException: bbb")
                        .hasSize(200)
                        .endsWith("…"));
    }

    @Test
    void anItemIsNotKeptAlive() {
        WeakReference<Object> item = new WeakReference<>(droppedItem());
        assertThat(recorder.timeline().stages().get(0).totals().dropped()).containsEntry(DropReason.NO_DEMAND, 1L);
        for (int i = 0; item.get() != null && i < TRIES; i++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(item.get()).isNull();
        assertThat(recorder.timeline().events()).anyMatch(event -> "[an item]".equals(event.item()));
    }

    private Object droppedItem() {
        Object item = new ArrayList<>(List.of("an item"));
        dropping(item);
        return item;
    }
}
