package io.weir.flatten;

import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Operator;
import io.weir.Operators;
import io.weir.Weir;
import io.weir.spi.StageMember;
import io.weir.testkit.Drops;
import io.weir.testkit.FailingProbe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;

/** What the flattening operators make of inner streams and mappers that do not keep to the rules. */
class FlatteningContractTest {
    enum Flattening {
        CONCAT(Operators::concatMap),
        CONCAT_DELAYING_ERRORS((options, mapper) -> Operators.concatMap(options.delayErrors(), mapper)),
        MERGE((options, mapper) -> Operators.mergeMap(options.concurrency(4).prefetch(1), mapper)),
        MERGE_DELAYING_ERRORS((options, mapper) ->
                Operators.mergeMap(options.concurrency(4).prefetch(1).delayErrors(), mapper)),
        SWITCH(Operators::switchMap),
        SWITCH_DELAYING_ERRORS((options, mapper) -> Operators.switchMap(options.delayErrors(), mapper));

        private final BiFunction<
                        FlattenOptions,
                        Function<TestSource<String>, Publisher<String>>,
                        Operator<TestSource<String>, String>>
                operator;

        Flattening(
                BiFunction<
                                FlattenOptions,
                                Function<TestSource<String>, Publisher<String>>,
                                Operator<TestSource<String>, String>>
                        operator) {
            this.operator = operator;
        }

        /** True where items of an inner stream may wait, and so the first one may come without demand. */
        boolean prefetches() {
            return this == MERGE || this == MERGE_DELAYING_ERRORS;
        }
    }

    private final TestSource<TestSource<String>> source = new TestSource<>();
    private final TestSource<String> a = new TestSource<>();
    private final TestSource<String> b = new TestSource<>();
    private final TestSubscriber.WithContext<String> subscriber = TestSubscriber.withContext(null);
    private final Drops drops = new Drops();
    private final IllegalStateException error = new IllegalStateException("thrown");

    private void flatten(
            Flattening flattening, FlattenOptions options, Function<TestSource<String>, Publisher<String>> mapper) {
        flattening
                .operator
                .apply(options.onDropped(drops), mapper)
                .apply(source)
                .subscribe(subscriber);
    }

    /** The stream runs, upstream has completed, and nothing more may come without demand. */
    private void runAloneUntilNothingMoreMayCome(Flattening flattening, FlattenOptions options) {
        flatten(flattening, options, inner -> inner);
        source.send(a);
        source.complete();
        if (flattening.prefetches()) {
            a.send("waits");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anItemWithoutDemandIsCalledThatEvenAfterUpstreamHasCompleted(Flattening flattening) {
        runAloneUntilNothingMoreMayCome(flattening, FlattenOptions.defaults());
        a.send("1");
        assertThat(drops.all()).containsExactly(drop("1", DropReason.NO_DEMAND));
        assertThat(subscriber.isEnded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aCallbackThatThrowsOnAnItemOfAStreamEndsAllEvenAfterUpstreamHasCompleted(Flattening flattening) {
        runAloneUntilNothingMoreMayCome(flattening, FlattenOptions.defaults().onDropped((item, reason) -> {
            throw error;
        }));
        a.send("1");
        assertThat(a.isCancelled()).isTrue();
        subscriber.request(1);
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.lateErrors()).isEmpty();
        assertThat(drops.all()).containsExactly(drop("1", DropReason.NO_DEMAND));
    }

    @ParameterizedTest
    @EnumSource
    void aPublisherThatThrowsAfterOnSubscribeIsCancelledAndHasFailed(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> s -> {
            inner.subscribe(s);
            throw error;
        });
        source.send(a);
        assertThat(a.isCancelled()).isTrue();
        source.complete();
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.lateErrors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_DELAYING_ERRORS")
    void aDelayedErrorIsAttachedToWhatTheMapperThrows(Flattening flattening) {
        IllegalStateException delayed = new IllegalStateException("a");
        flatten(flattening, FlattenOptions.defaults(), inner -> {
            if (inner == b) {
                throw error;
            }
            return inner;
        });
        source.send(a);
        a.fail(delayed);
        source.send(b);
        assertThat(subscriber.error()).isSameAs(error).hasSuppressedException(delayed);
    }

    /** Of two streams the one has failed. In mergeMap, it has left an item that waits. */
    private void delayAnError(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        if (flattening.prefetches()) {
            a.send("waits");
        }
        a.fail(error);
        source.send(b);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_DELAYING_ERRORS")
    void aDelayedErrorThatACancellationOvertakesIsLate(Flattening flattening) {
        delayAnError(flattening);
        assertThat(subscriber.lateErrors()).isEmpty();
        subscriber.cancel();
        assertThat(subscriber.lateErrors()).containsExactly(error);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_DELAYING_ERRORS")
    void aDelayedErrorThatARefusedRequestOvertakesIsLate(Flattening flattening) {
        delayAnError(flattening);
        subscriber.request(0);
        assertThat(subscriber.error()).hasMessageContaining("§3.9");
        assertThat(subscriber.lateErrors()).containsExactly(error);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_DELAYING_ERRORS")
    void aDelayedErrorThatIsSignalledIsNotLate(Flattening flattening) {
        delayAnError(flattening);
        subscriber.request(Long.MAX_VALUE);
        b.complete();
        source.complete();
        subscriber.cancel();
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.lateErrors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfTheMachineInTheMapperIsRethrownAndCancelsUpstream(Flattening flattening) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("mapper");
        flatten(flattening, FlattenOptions.defaults(), inner -> {
            throw fatal;
        });
        subscriber.request(10);
        assertThatThrownBy(() -> source.send(a)).isSameAs(fatal);
        assertThat(source.isCancelled()).isTrue();
        source.send(b);
        assertThat(drops.all()).containsExactly(drop(a, DropReason.FAILED), drop(b, DropReason.CANCELLED));
        assertThat(subscriber.isEnded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfAStreamThatHasCompletedIsLate(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        a.complete();
        a.fail(error);
        assertThat(subscriber.lateErrors()).containsExactly(error);
        assertThat(subscriber.isEnded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsAStreamThatCompletesWithinItsOwnItemComesAfterThat(Flattening flattening) {
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
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
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
    void theErrorOfAStreamThatFailsWithinItsOwnItemComesAfterThat(Flattening flattening) {
        subscriber.onNext(item -> {
            a.fail(error);
            source.complete();
        });
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
        subscriber.request(2);
        source.send(a);
        a.send("a");
        assertThat(subscriber.items()).containsExactly("a");
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void upstreamMayCompleteWhileTheMapperMakesTheLastStream(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> {
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
    void soItMayWhileAnotherStreamEndsInThere(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> {
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
    void soItMayWithAStreamOfOneItem(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> {
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
    void soItMayWithAStreamOfItemsThatAreReady(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> {
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
    void upstreamIsNotAskedForMoreWhenItHasCompletedInTheMapper(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> {
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
    void aMapperThatFailsAfterUpstreamHasCompletedInItEndsTheStreamWithThat(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> {
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
    void anErrorOfUpstreamFromWithinTheMapperIsDelayedToo(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> {
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
    void theEndDoesNotWaitForAPublisherThatIsSlowToReturnFromSubscribe(Flattening flattening) {
        AtomicBoolean completedBefore = new AtomicBoolean();
        subscriber.onNext(item -> {
            if (item.equals("a")) {
                source.send(b);
                source.complete();
            }
        });
        flatten(flattening, FlattenOptions.defaults(), inner -> s -> {
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
    @EnumSource
    void aStreamThatFailsFatallyWhenItIsCancelledKeepsNobodyFromTheEnd(Flattening flattening) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("cancel");
        a.onCancel(() -> {
            throw fatal;
        });
        source.onCancel(() -> {
            throw fatal;
        });
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        subscriber.cancel();
        assertThat(a.isCancelled()).isTrue();
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.lateErrors()).containsExactly(fatal, fatal);
    }

    @ParameterizedTest
    @EnumSource
    void aPublisherThatFailsFatallyWhenItIsSubscribedToCancelsUpstream(Flattening flattening) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("subscribe");
        flatten(flattening, FlattenOptions.defaults(), inner -> s -> {
            inner.subscribe(s);
            throw fatal;
        });
        assertThatThrownBy(() -> source.send(a)).isSameAs(fatal);
        assertThat(source.isCancelled()).isTrue();
        assertThat(a.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "SWITCH.*", mode = EnumSource.Mode.MATCH_ALL)
    void aStreamIsNotLostThoughTheOneThatItReplacesFailedFatallyBeforeItHadItsTurn(Flattening flattening) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("inner");
        TestSource<String> c = new TestSource<>();
        subscriber.onNext(item -> {
            if (item.equals("a")) {
                source.send(b);
                b.fail(fatal);
                source.send(c);
            }
        });
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
        subscriber.request(5);
        source.send(a);
        a.send("a");
        c.send("c");
        assertThat(subscriber.items()).containsExactly("a", "c");
        assertThat(subscriber.lateErrors()).containsExactly(fatal);
        source.complete();
        c.complete();
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aProbeThatFailsOnEverythingDisturbsNoStream(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults().probe(new FailingProbe()), inner -> inner);
        subscriber.request(5);
        a.onRequest(() -> {
            if (a.sent().isEmpty()) {
                a.send("a1");
            }
        });
        source.send(a);
        a.send("a2");
        a.complete();
        source.send(b);
        b.send("b");
        b.complete();
        source.complete();
        assertThat(subscriber.items()).containsExactly("a1", "a2", "b");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.lateErrors()).isNotEmpty().containsOnly(FailingProbe.FATAL);
    }

    @ParameterizedTest
    @EnumSource(names = "SWITCH.*", mode = EnumSource.Mode.MATCH_ALL)
    void theErrorOfAStreamThatFailsAndIsReplacedWithinItsOwnItemIsLate(Flattening flattening) {
        subscriber.onNext(item -> {
            if (item.equals("a")) {
                a.fail(error);
                source.send(b);
            }
        });
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
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
    void aStreamThatIsReplacedWithinItsOwnItemSendsNoMore(Flattening flattening) {
        subscriber.onNext(item -> {
            if (item.equals("a1")) {
                source.send(b);
                a.send("a2");
            }
        });
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
        subscriber.request(2);
        source.send(a);
        a.send("a1");
        assertThat(b.requested()).isEqualTo(1);
        assertThat(subscriber.items()).containsExactly("a1");
        assertThat(drops.all()).containsExactly(drop("a2", DropReason.SUPERSEDED));
    }

    @ParameterizedTest
    @EnumSource
    void aSecondSubscriptionOfAStreamIsCancelled(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        a.subscriber().onSubscribe(b);
        assertThat(b.isCancelled()).isTrue();
        assertThat(a.isCancelled()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aStreamKnowsTheStageItIsOf(Flattening flattening) {
        flatten(flattening, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        assertThat(((StageMember) a.subscriber()).stage()).isSameAs(subscriber.subscription());
    }
}
