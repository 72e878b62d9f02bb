package io.weir.flatten;

import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.Operators;
import io.weir.Weir;
import io.weir.testkit.Drops;
import io.weir.testkit.RecordingProbe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;

/** Inner streams that have just one item, which flattening stages emit without subscribing. */
class SingleItemTest {
    private static final int MILLION = 1_000_000;

    private final TestSource<Object> source = new TestSource<>();
    private final TestSubscriber<Object> subscriber = TestSubscriber.create();
    private final Drops drops = new Drops();

    /** An item is a stream of itself, unless it is a source. */
    @SuppressWarnings("unchecked")
    private static Publisher<Object> streamOf(Object item) {
        return item instanceof TestSource<?> stream ? (TestSource<Object>) stream : Weir.just(item);
    }

    private void flatten(Flattening flattening, FlattenOptions options) {
        flattening
                .of(options.onDropped(drops), SingleItemTest::streamOf)
                .apply(source)
                .subscribe(subscriber);
    }

    @ParameterizedTest
    @EnumSource
    void itIsEmittedAtOnceIfItIsDemanded(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults());
        subscriber.request(2);
        source.send("1");
        assertThat(subscriber.items()).containsExactly("1");
        source.send("2");
        source.complete();
        assertThat(subscriber.items()).containsExactly("1", "2");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void withoutDemandItWaits(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults());
        source.send("1");
        source.complete();
        assertThat(subscriber.items()).isEmpty();
        assertThat(subscriber.isEnded()).isFalse();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("1");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(drops.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SWITCH")
    void itKeepsItsPlaceAmongStreams(Flattening flattening) {
        TestSource<Object> stream = new TestSource<>();
        flatten(flattening, FlattenOptions.defaults());
        subscriber.request(10);
        source.send(stream);
        stream.send("1");
        source.send("after");
        stream.send("2");
        stream.complete();
        source.complete();
        if (flattening != Flattening.MERGE) {
            assertThat(subscriber.items()).containsExactly("1", "2", "after");
        } else {
            assertThat(subscriber.items()).containsExactly("1", "after", "2");
        }
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void switchMapLeavesAStreamForIt() {
        TestSource<Object> stream = new TestSource<>();
        flatten(Flattening.SWITCH, FlattenOptions.defaults());
        subscriber.request(3);
        source.send(stream);
        stream.send("old");
        source.send("new");
        assertThat(stream.isCancelled()).isTrue();
        assertThat(subscriber.items()).containsExactly("old", "new");
        source.send("newer");
        source.complete();
        assertThat(subscriber.items()).containsExactly("old", "new", "newer");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void itIsAccountedForAsAnItemOfAStream(Flattening flattening) {
        RecordingProbe probe = new RecordingProbe();
        flatten(flattening, FlattenOptions.defaults().probe(probe));
        subscriber.request(1);
        source.send("1");
        assertThat(probe.expanded()).containsExactly("1");
        assertThat(probe.received()).containsExactly("1", "1"); // as what came in, and as what came of it
        assertThat(probe.emitted()).containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource
    void anInvalidRequestWithinItEndsTheStream(Flattening flattening) {
        subscriber.onNext(item -> subscriber.request(0));
        flatten(flattening, FlattenOptions.defaults());
        subscriber.request(1);
        source.send("1");
        assertThat(subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("§3.9");
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anInvalidRequestAfterItEndsTheStreamWithTheNextAtTheLatest(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults());
        subscriber.request(5);
        source.send("1");
        subscriber.request(0);
        source.send("2");
        assertThat(subscriber.items()).containsExactly("1");
        assertThat(drops.all()).containsExactly(drop("2", DropReason.FAILED));
        assertThat(subscriber.error()).isInstanceOf(IllegalArgumentException.class);
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void soItDoesWithTheEndOfUpstream(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults());
        subscriber.request(5);
        source.send("1");
        subscriber.request(0);
        source.complete();
        assertThat(subscriber.error()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStreamThatBeginsWithinItAndSendsOnAnotherThreadWaitsForIt() {
        TestSource<Object> stream = new TestSource<>();
        subscriber.onNext(item -> {
            if (item.equals("1")) {
                source.send(stream);
                Threads.runToEnd(new Thread(() -> stream.send("a1")));
                assertThat(subscriber.items()).containsExactly("1");
            }
        });
        flatten(Flattening.MERGE, FlattenOptions.defaults());
        subscriber.request(5);
        source.send("1");
        assertThat(subscriber.items()).containsExactly("1", "a1");
        stream.send("a2");
        source.send("2");
        assertThat(subscriber.items()).containsExactly("1", "a1", "a2", "2");
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void afterACancellationWithinItNothingIsEmitted(Flattening flattening) {
        subscriber.onNext(item -> subscriber.cancel());
        flatten(flattening, FlattenOptions.defaults());
        subscriber.request(5);
        source.send("1");
        source.send("2");
        assertThat(subscriber.items()).containsExactly("1");
        assertThat(drops.all()).containsExactly(drop("2", DropReason.CANCELLED));
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatReentersIsHeardInOrder(Flattening flattening) {
        subscriber.onNext(item -> {
            if (item.equals("1")) {
                source.send("2");
                source.complete();
            }
        });
        flatten(flattening, FlattenOptions.defaults());
        subscriber.request(5);
        source.send("1");
        assertThat(subscriber.items()).containsExactly("1", "2");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aMillionOfThemOneAtATimeNeedAConstantStack(Flattening flattening) {
        AtomicLong received = new AtomicLong();
        TestSubscriber<Object> oneAtATime = new TestSubscriber<>() {
            @Override
            public void onNext(Object item) {
                received.incrementAndGet();
                request(1);
            }
        };
        Publisher<Object> stage = flattening
                .of(FlattenOptions.defaults(), SingleItemTest::streamOf)
                .apply(Weir.range(0, MILLION).via(Operators.map((Integer n) -> (Object) n)));
        Threads.withSmallStack(() -> stage.subscribe(oneAtATime.onSubscribe(s -> s.request(1))));
        assertThat(received).hasValue(MILLION);
        assertThat(oneAtATime.isCompleted()).isTrue();
    }

    @Test
    void mergeMapAsksInTheirPlaceInTime() {
        flatten(Flattening.MERGE, FlattenOptions.defaults());
        subscriber.request(Long.MAX_VALUE);
        for (int i = 0; i < 100; i++) {
            assertThat(source.outstanding()).isPositive();
            source.send("single");
        }
        TestSource<Object> stream = new TestSource<>();
        source.send(stream);
        assertThat(source.outstanding()).isEqualTo(3); // with the stream that runs, 4 at once
        stream.complete();
        assertThat(source.outstanding()).isEqualTo(4);
    }
}
