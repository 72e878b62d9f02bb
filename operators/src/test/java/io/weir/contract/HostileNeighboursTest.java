package io.weir.contract;

import static io.weir.contract.Subject.Trait.LETS_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weir.spi.StageSettings;
import io.weir.testkit.TestSource;
import io.weir.testkit.Threads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operator makes of neighbours that do not keep to the rules. */
class HostileNeighboursTest {
    private final RuntimeException boom = new RuntimeException("boom");

    // --------------------------------------------------------------------------------------- hostile upstreams

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anUpstreamThatSubscribesTwiceIsCancelledTheSecondTime(Subject subject) {
        Run run = Run.requesting(subject, 10);
        TestSource<Object> second = new TestSource<>();
        run.source.subscriber().onSubscribe(second);
        assertThat(second.isCancelled()).isTrue();
        assertThat(run.source.isCancelled()).isFalse();
        run.send(1);
        assertThat(run.subscriber.items()).containsExactly(1);
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void nullsAreRefused(Subject subject) {
        Run run = Run.requesting(subject, 10);
        assertThatThrownBy(() -> run.source.subscriber().onNext(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> run.source.subscriber().onError(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> run.source.subscriber().onSubscribe(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> subject.apply(null, StageSettings.NONE)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> subject.apply(run.source, StageSettings.NONE).subscribe(null))
                .isInstanceOf(NullPointerException.class);
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anUpstreamThatIgnoresDemandIsNotPassedOn(Subject subject) {
        Run run = Run.requesting(subject, 2);
        for (int i = 0; i < 200; i++) {
            run.send(i);
        }
        assertThat(run.subscriber.items()).hasSizeLessThanOrEqualTo(2);
        run.assertAccounted();
        run.subscriber.request(1_000);
        run.assertAccounted();
        run.subscriber.cancel();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anUpstreamThatForgetsOnSubscribeStillEndsTheStreamProperly(Subject subject) {
        Run completed = Run.of(subject, TestSource.withoutOnSubscribe()).subscribe();
        completed.source.complete();
        assertThat(completed.subscriber.isCompleted()).isTrue();
        completed.assertAccounted();
        Run failed = Run.of(subject, TestSource.withoutOnSubscribe()).subscribe();
        failed.source.send(1);
        failed.source.fail(boom);
        failed.subscriber.request(1);
        assertThat(failed.subscriber.error()).isSameAs(boom);
        failed.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anUpstreamThatSendsFromWithinOnNextStaysInOrder(Subject subject) {
        assumeThat(subject.is(LETS_WAIT)).isTrue();
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(Long.MAX_VALUE)).onNext(item -> {
            if (item.equals(1)) {
                run.source.send(2);
                run.source.send(3);
                run.source.complete();
            }
        });
        run.subscribe();
        run.send(1);
        run.assertAccounted();
        assertThat(run.subscriber.isCompleted()).isTrue();
        assertThat(run.subscriber.items()).startsWith(1).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void whatAnUpstreamSendsFromWithinOnNextIsSeenWaiting(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(1)).onNext(item -> {
            if (item.equals(1)) {
                run.source.send(2);
            }
        });
        run.subscribe();
        run.send(1);
        assertThat(run.subscriber.items()).containsExactly(1);
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anUpstreamMaySendFromDifferentThreadsInTurn(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE);
        for (int i = 0; i < 20; i++) {
            int item = i;
            Threads.runToEnd(new Thread(() -> run.send(item)));
        }
        assertThat(run.subscriber.items()).hasSize(20);
        run.assertAccounted();
    }

    // ------------------------------------------------------------------------------------- hostile subscribers

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aSubscriberThatThrowsFromOnNextIsCancelled(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(10)).onNext(item -> {
            throw boom;
        });
        run.subscribe();
        run.send(1, 2);
        assertThat(run.source.isCancelled()).isTrue();
        assertThat(run.subscriber.items()).containsExactly(1);
        assertThat(run.subscriber.isEnded()).isFalse();
        assertThat(run.subscriber.lateErrors()).containsExactly(boom);
        assertThat(run.timer.pending()).isZero();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aSubscriberMayRequestFromWithinOnNextAndFromOtherThreads(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber
                .onSubscribe(s -> s.request(1))
                .onNext(item -> Threads.runToEnd(new Thread(() -> run.subscriber.request(1))));
        run.subscribe();
        run.send(1, 2, 3, 4);
        run.source.complete();
        assertThat(run.subscriber.items()).containsExactly(1, 2, 3, 4);
        assertThat(run.subscriber.isCompleted()).isTrue();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anErrorOfTheMachineFromOnNextIsRethrownAndCancelsUpstream(Subject subject) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("onNext");
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(10)).onNext(item -> {
            throw fatal;
        });
        run.subscribe();
        assertThatThrownBy(() -> run.send(1)).isSameAs(fatal);
        assertThat(run.source.isCancelled()).isTrue();
        run.send(2);
        assertThat(run.timer.pending()).isZero();
        run.assertAccounted();
    }
}
