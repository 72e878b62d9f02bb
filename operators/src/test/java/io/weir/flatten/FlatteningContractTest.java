package io.weir.flatten;

import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.spi.StageMember;
import io.weir.testkit.FailingProbe;
import io.weir.testkit.TestSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the flattening operators make of inner streams and mappers that do not keep to the rules. */
class FlatteningContractTest extends FlatteningByHand {
    /** The stream runs, upstream has completed, and nothing more may come without demand. */
    private void runAloneUntilNothingMoreMayCome(Kind kind, FlattenOptions options) {
        flatten(kind, options, inner -> inner);
        source.send(a);
        source.complete();
        if (kind.prefetches()) {
            a.send("waits");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anItemWithoutDemandIsCalledThatEvenAfterUpstreamHasCompleted(Kind kind) {
        runAloneUntilNothingMoreMayCome(kind, FlattenOptions.defaults());
        a.send("1");
        assertThat(drops.all()).containsExactly(drop("1", DropReason.NO_DEMAND));
        assertThat(subscriber.isEnded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aCallbackThatThrowsOnAnItemOfAStreamEndsAllEvenAfterUpstreamHasCompleted(Kind kind) {
        runAloneUntilNothingMoreMayCome(kind, FlattenOptions.defaults().onDropped((item, reason) -> {
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
    void aPublisherThatThrowsAfterOnSubscribeIsCancelledAndHasFailed(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> s -> {
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
    void aDelayedErrorIsAttachedToWhatTheMapperThrows(Kind kind) {
        IllegalStateException delayed = new IllegalStateException("a");
        flatten(kind, FlattenOptions.defaults(), inner -> {
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
    private void delayAnError(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        if (kind.prefetches()) {
            a.send("waits");
        }
        a.fail(error);
        source.send(b);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_DELAYING_ERRORS")
    void aDelayedErrorThatACancellationOvertakesIsLate(Kind kind) {
        delayAnError(kind);
        assertThat(subscriber.lateErrors()).isEmpty();
        subscriber.cancel();
        assertThat(subscriber.lateErrors()).containsExactly(error);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_DELAYING_ERRORS")
    void aDelayedErrorThatARefusedRequestOvertakesIsLate(Kind kind) {
        delayAnError(kind);
        subscriber.request(0);
        assertThat(subscriber.error()).hasMessageContaining("§3.9");
        assertThat(subscriber.lateErrors()).containsExactly(error);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_DELAYING_ERRORS")
    void aDelayedErrorThatIsSignalledIsNotLate(Kind kind) {
        delayAnError(kind);
        subscriber.request(Long.MAX_VALUE);
        b.complete();
        source.complete();
        subscriber.cancel();
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.lateErrors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfTheMachineInTheMapperIsRethrownAndCancelsUpstream(Kind kind) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("mapper");
        flatten(kind, FlattenOptions.defaults(), inner -> {
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
    void whatTheMapperThrowsIsNotLostWhereTheCallbackForTheItemFailsFatally(Kind kind) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("onDropped");
        FlattenOptions options = FlattenOptions.defaults().onDropped((item, reason) -> {
            throw fatal;
        });
        flatten(kind, options, inner -> {
            if (inner == b) {
                throw error;
            }
            return Weir.just("one");
        });
        subscriber.request(5);
        source.send(a);
        assertThatThrownBy(() -> source.send(b)).isSameAs(fatal);
        assertThat(subscriber.items()).containsExactly("one");
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "(MERGE|SWITCH).*")
    void whatAStreamStillSendsWhenAllHasFailedIsDroppedAsFailed(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> {
            if (inner == b) {
                throw error;
            }
            return inner;
        });
        subscriber.request(5);
        source.send(a);
        source.send(b);
        assertThat(subscriber.error()).isSameAs(error);
        a.send("late");
        assertThat(drops.all()).containsExactly(drop(b, DropReason.FAILED), drop("late", DropReason.FAILED));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "MERGE.*")
    void whatAStreamStillSendsWhileTheErrorWaitsIsDroppedAsFailed(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> {
            if (inner == b) {
                throw error;
            }
            return inner;
        });
        source.send(a);
        a.send("waits");
        source.send(b);
        a.send("late");
        assertThat(drops.all()).containsExactly(drop(b, DropReason.FAILED), drop("late", DropReason.FAILED));
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("waits");
        assertThat(subscriber.error()).isSameAs(error);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfAStreamThatHasCompletedIsLate(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        a.complete();
        a.fail(error);
        assertThat(subscriber.lateErrors()).containsExactly(error);
        assertThat(subscriber.isEnded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatFailsFatallyWhenItIsCancelledKeepsNobodyFromTheEnd(Kind kind) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("cancel");
        a.onCancel(() -> {
            throw fatal;
        });
        source.onCancel(() -> {
            throw fatal;
        });
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        subscriber.cancel();
        assertThat(a.isCancelled()).isTrue();
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.lateErrors()).containsExactly(fatal, fatal);
    }

    @ParameterizedTest
    @EnumSource
    void aPublisherThatFailsFatallyWhenItIsSubscribedToCancelsUpstream(Kind kind) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("subscribe");
        flatten(kind, FlattenOptions.defaults(), inner -> s -> {
            inner.subscribe(s);
            throw fatal;
        });
        assertThatThrownBy(() -> source.send(a)).isSameAs(fatal);
        assertThat(source.isCancelled()).isTrue();
        assertThat(a.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatFailsFatallyWhenItIsAskedForMoreCancelsUpstream(Kind kind) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("request");
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        subscriber.request(1);
        source.send(a);
        a.onRequest(() -> {
            throw fatal;
        });
        assertThatThrownBy(() -> {
                    a.send("1"); // mergeMap asks for the next
                    subscriber.request(1);
                })
                .isSameAs(fatal);
        assertThat(source.isCancelled()).isTrue();
        assertThat(a.isCancelled()).isTrue();
        assertThat(subscriber.items()).containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource(names = "SWITCH.*", mode = EnumSource.Mode.MATCH_ALL)
    void aStreamIsNotLostThoughTheOneThatItReplacesFailedFatallyBeforeItHadItsTurn(Kind kind) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("inner");
        TestSource<String> c = new TestSource<>();
        subscriber.onNext(item -> {
            if (item.equals("a")) {
                source.send(b);
                b.fail(fatal);
                source.send(c);
            }
        });
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
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
    void aProbeThatFailsOnEverythingDisturbsNoStream(Kind kind) {
        flatten(kind, FlattenOptions.defaults().probe(new FailingProbe()), inner -> inner);
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
    @EnumSource
    void aSecondSubscriptionOfAStreamIsCancelled(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        a.subscriber().onSubscribe(b);
        assertThat(b.isCancelled()).isTrue();
        assertThat(a.isCancelled()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aStreamKnowsTheStageItIsOf(Kind kind) {
        flatten(kind, FlattenOptions.defaults(), inner -> inner);
        source.send(a);
        assertThat(((StageMember) a.subscriber()).stage()).isSameAs(subscriber.subscription());
    }
}
