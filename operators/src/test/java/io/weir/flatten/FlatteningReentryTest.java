package io.weir.flatten;

import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.Weir;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the flattening operators make of what comes from within an item, a mapper or a subscription of theirs. */
class FlatteningReentryTest extends FlatteningByHand {
    @ParameterizedTest
    @EnumSource
    void whatFollowsAStreamThatCompletesWithinItsOwnItemComesAfterThat(Kind kind) {
        AtomicBoolean completed = new AtomicBoolean();
        subscriber.onNext(item -> {
            if (completed.compareAndSet(false, true)) {
                a.complete();
            }
        });
        source.onRequest(() -> {
            if (completed.get() && !b.isSubscribed()) {
                source.send(b);
            }
        });
        b.onRequest(() -> {
            if (b.sent().isEmpty()) {
                b.send("b");
            }
        });
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        subscriber.request(2);
        source.send(a);
        a.send("a");
        if (!b.isSubscribed()) {
            source.send(b); // switchMap asks for all at once
        }
        b.complete();
        source.complete();
        assertThat(subscriber.items()).containsExactly("a", "b");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theErrorOfAStreamThatFailsWithinItsOwnItemComesAfterThat(Kind kind) {
        subscriber.onNext(item -> {
            a.fail(error);
            source.complete();
        });
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        subscriber.request(2);
        source.send(a);
        a.send("a");
        assertThat(subscriber.items()).containsExactly("a");
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void upstreamMayCompleteWhileTheMapperMakesTheLastStream(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> {
            source.complete();
            return inner;
        });
        subscriber.request(5);
        source.send(a);
        assertThat(subscriber.isEnded()).isFalse();
        a.send("a");
        a.complete();
        assertThat(subscriber.items()).containsExactly("a");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void soItMayWhileAnotherStreamEndsInThere(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> {
            if (inner == b) {
                source.complete();
                a.complete();
            }
            return inner;
        });
        subscriber.request(5);
        source.send(a);
        source.send(b);
        assertThat(subscriber.isEnded()).isFalse();
        a.complete();
        b.send("b");
        b.complete();
        assertThat(subscriber.items()).containsExactly("b");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void soItMayWithAStreamOfOneItem(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> {
            source.complete();
            return Weir.just("one");
        });
        subscriber.request(5);
        source.send(a);
        assertThat(subscriber.items()).containsExactly("one");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void soItMayWithAStreamOfItemsThatAreReady(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> {
            source.complete();
            return Weir.fromIterable(List.of("1", "2"));
        });
        subscriber.request(1);
        source.send(a);
        assertThat(subscriber.isEnded()).isFalse();
        subscriber.request(4);
        assertThat(subscriber.items()).containsExactly("1", "2");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void upstreamMayCompleteWhereItThenThrowsFromTheRequest(Kind kind) {
        AtomicBoolean completed = new AtomicBoolean();
        source.onRequest(() -> {
            if (!source.sent().isEmpty()) {
                completed.set(true);
                source.complete();
                throw error; // against §3.16
            }
        });
        flatten(kind, FlattenOptions.defaults(), inner -> Weir.just("one"));
        subscriber.request(5);
        try {
            source.send(a);
        } catch (IllegalStateException thrown) {
            assertThat(thrown).isSameAs(error);
        }
        if (!completed.get()) {
            source.complete(); // switchMap asks for all at once
        }
        assertThat(subscriber.items()).containsExactly("one");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void upstreamIsNotAskedForMoreWhenItHasCompletedInTheMapper(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> {
            source.complete();
            return Weir.just("one");
        });
        subscriber.request(5);
        long before = source.requested();
        source.send(a);
        assertThat(source.requested()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aMapperThatFailsAfterUpstreamHasCompletedInItEndsTheStreamWithThat(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> {
            source.complete();
            throw error;
        });
        subscriber.request(5);
        source.send(a);
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.lateErrors()).isEmpty();
        assertThat(drops.all()).containsExactly(drop(a, DropReason.FAILED));
    }

    @ParameterizedTest
    @EnumSource(names = ".*DELAYING.*", mode = EnumSource.Mode.MATCH_ALL)
    void anErrorOfUpstreamFromWithinTheMapperIsDelayedToo(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> {
            source.fail(error);
            return inner;
        });
        subscriber.request(5);
        source.send(a);
        a.send("a");
        assertThat(subscriber.isEnded()).isFalse();
        a.complete();
        assertThat(subscriber.items()).containsExactly("a");
        assertThat(subscriber.error()).isSameAs(error);
    }

    @ParameterizedTest
    @EnumSource(names = "SWITCH.*|MERGE.*", mode = EnumSource.Mode.MATCH_ALL)
    void theEndDoesNotWaitForAPublisherThatIsSlowToReturnFromSubscribe(Kind kind) {
        AtomicBoolean completedBefore = new AtomicBoolean();
        subscriber.onNext(item -> {
            if (item.equals("a")) {
                source.send(b);
                source.complete();
            }
        });
        flatten(kind, FlattenOptions.defaults(), inner -> s -> {
            inner.subscribe(s);
            if (inner == a) {
                a.send("a");
                b.complete();
                a.complete();
                completedBefore.set(subscriber.isCompleted());
            }
        });
        subscriber.request(5);
        source.send(a);
        assertThat(completedBefore).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "SWITCH.*", mode = EnumSource.Mode.MATCH_ALL)
    void theErrorOfAStreamThatFailsAndIsReplacedWithinItsOwnItemIsLate(Kind kind) {
        subscriber.onNext(item -> {
            if (item.equals("a")) {
                a.fail(error);
                source.send(b);
            }
        });
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        subscriber.request(2);
        source.send(a);
        a.send("a");
        b.send("b");
        assertThat(subscriber.items()).containsExactly("a", "b");
        assertThat(subscriber.lateErrors()).containsExactly(error);
        assertThat(subscriber.isEnded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "SWITCH.*", mode = EnumSource.Mode.MATCH_ALL)
    void aStreamThatIsReplacedWithinItsOwnItemSendsNoMore(Kind kind) {
        subscriber.onNext(item -> {
            if (item.equals("a1")) {
                source.send(b);
                a.send("a2");
            }
        });
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        subscriber.request(2);
        source.send(a);
        a.send("a1");
        assertThat(b.requested()).isEqualTo(1);
        assertThat(subscriber.items()).containsExactly("a1");
        assertThat(drops.all()).containsExactly(drop("a2", DropReason.SUPERSEDED));
    }
}
