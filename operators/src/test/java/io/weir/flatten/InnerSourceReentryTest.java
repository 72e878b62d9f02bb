package io.weir.flatten;

import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.Operators;
import io.weir.Weir;
import io.weir.testkit.Drops;
import io.weir.testkit.RecordingProbe;
import io.weir.testkit.TestSource;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Upstream sends or ends from within a source that items are being taken out of, or from within one of the items. */
class InnerSourceReentryTest extends InnerSources {
    @ParameterizedTest
    @EnumSource
    void upstreamThatReentersIsHeard(Flattening flattening) {
        Items items = new Items(3);
        subscriber.onNext(item -> {
            if (item.equals("a0")) {
                source.send("b");
                source.complete();
            }
        });
        flatten(flattening, items::of);
        subscriber.request(10);
        source.send("a");
        switch (flattening) {
            case SWITCH -> assertThat(subscriber.items()).containsExactly("a0", "b0", "b1", "b2");
            case MERGE ->
                assertThat(subscriber.items())
                        .containsExactlyInAnyOrder("a0", "a1", "a2", "b0", "b1", "b2")
                        .startsWith("a0");
            case CONCAT, CONCAT_AHEAD ->
                assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "b0", "b1", "b2");
        }
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anIterableThatCompletesUpstreamIsHeardToItsEnd(Flattening flattening) {
        flatten(
                flattening,
                letter -> Weir.fromIterable(() -> {
                    source.complete();
                    return List.<Object>of("a0", "a1").iterator();
                }));
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void anIterableThatMakesUpstreamSendIsSuperseded() {
        TestSource<Object> newer = new TestSource<>();
        flatten(
                Flattening.SWITCH,
                letter -> letter.equals("b")
                        ? newer
                        : Weir.fromIterable(() -> {
                            source.send("b");
                            return List.<Object>of("a0", "a1").iterator();
                        }));
        subscriber.onNext(item -> newer.send("b" + item));
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.items()).isEmpty();
        subscriber.onNext(item -> {});
        newer.send("b0");
        newer.complete();
        source.complete();
        assertThat(subscriber.items()).containsExactly("b0");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void anItemThatMakesUpstreamSendIsSuperseded() {
        Items newer = new Items(2);
        flatten(
                Flattening.SWITCH,
                letter -> letter.equals("b")
                        ? newer.of("b")
                        : Weir.fromIterable(() -> Stream.<Object>of("a0", "a1", "a2")
                                .peek(item -> {
                                    if (item.equals("a1")) {
                                        source.send("b");
                                    }
                                })
                                .iterator()));
        subscriber.request(10);
        source.send("a");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "b0", "b1");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(drops.all().stream().map(Drops.Drop::reason))
                .as("if it was taken out at all")
                .allMatch(DropReason.SUPERSEDED::equals);
    }

    @Test
    void anItemThatIsTakenWhileUpstreamSendsAnotherIsSuperseded() {
        Items newer = new Items(1);
        RecordingProbe probe = new RecordingProbe();
        flatten(
                Flattening.SWITCH,
                FlattenOptions.defaults().probe(probe),
                letter -> letter.equals("b")
                        ? newer.of("b")
                        : Weir.fromIterable(() -> new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                return true;
                            }

                            @Override
                            public Object next() {
                                source.send("b");
                                return "a0";
                            }
                        }));
        subscriber.request(10);
        source.send("a");
        source.complete();
        assertThat(subscriber.items()).containsExactly("b0");
        assertThat(drops.all()).containsExactly(drop("a0", DropReason.SUPERSEDED));
        assertThat(probe.received()).containsExactly("a", "b", "a0", "b0");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void itCountsAsOneOfTheStreamsOfMergeMap() {
        Items items = new Items(4);
        subscriber.onNext(item -> {
            if (item.equals("a0")) {
                source.send("b"); // which was not asked for
            }
        });
        Operators.mergeMap(
                        FlattenOptions.defaults().concurrency(1).prefetch(2).onDropped(drops),
                        (Object letter) -> items.of(letter))
                .apply(source)
                .subscribe(subscriber);
        subscriber.request(1);
        source.send("a");
        assertThat(drops.all()).containsExactly(drop("b", DropReason.NO_DEMAND));
        subscriber.request(10);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "a3");
        assertThat(source.requested()).isEqualTo(2); // one at first, and one for the stream that ended
    }

    @Test
    void aSourceThatIsSupersededAndThenFailsDoesSoLate() {
        IllegalStateException failure = new IllegalStateException("late");
        Items fine = new Items(1);
        Iterable<Object> failing = () -> new Iterator<>() {
            private boolean sent;

            @Override
            public boolean hasNext() {
                if (sent) {
                    source.send("b");
                    throw failure;
                }
                return true;
            }

            @Override
            public Object next() {
                sent = true;
                return "a0";
            }
        };
        flatten(Flattening.SWITCH, letter -> letter.equals("a") ? Weir.fromIterable(failing) : fine.of(letter));
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.lateErrors()).containsExactly(failure);
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "b0");
        assertThat(subscriber.isCompleted()).isTrue();
    }
}
