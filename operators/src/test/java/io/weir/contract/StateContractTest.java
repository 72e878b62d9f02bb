package io.weir.contract;

import static io.weir.contract.Subject.Trait.COMPOSED;
import static io.weir.contract.Subject.Trait.LETS_WAIT;
import static io.weir.contract.Subject.Trait.NO_SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weir.spi.StageMember;
import io.weir.spi.StageState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stage shows the state that it is in. */
class StateContractTest {
    private static StageState stage(Run run) {
        assertThat(run.subscriber.subscription()).isInstanceOf(StageState.class);
        return (StageState) run.subscriber.subscription();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void itSaysWhatItAsksForBeforeAnybodyAsks(Subject subject) {
        Run run = Run.requesting(subject, 0);
        assertThat(stage(run).prefetch()).isEqualTo(run.source.requested());
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void itSaysHowManyItemsMayWait(Subject subject) {
        assertThat(stage(Run.requesting(subject, 0)).capacity()).isEqualTo(subject.mostWaiting());
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void itSaysHowManyItemsWait(Subject subject) {
        assumeThat(subject.is(NO_SETTINGS)).isFalse();
        Run run = Run.requesting(subject, 1);
        run.send(1, 2, 3);
        assertThat(stage(run).waiting()).isEqualTo(run.probe.waiting());
        if (subject.is(LETS_WAIT)) {
            assertThat(stage(run).waiting()).isPositive();
        }
        run.subscriber.request(Long.MAX_VALUE);
        run.letPass();
        assertThat(stage(run).waiting()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void itSaysWhatIsStillDemanded(Subject subject) {
        Run run = Run.requesting(subject, 5);
        run.send(1, 2);
        assertThat(stage(run).demand()).isEqualTo(3);
        run.subscriber.request(Long.MAX_VALUE);
        run.send(3);
        assertThat(stage(run).demand()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void itSaysThatItHasEnded(Subject subject) {
        Run run = Run.requesting(subject, 5);
        assertThat(stage(run).isTerminated()).isFalse();
        run.source.complete();
        assertThat(stage(run).isTerminated()).isTrue();
        assertThat(stage(run).isCancelled()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void itSaysThatItWasCancelled(Subject subject) {
        Run run = Run.requesting(subject, 5);
        assertThat(stage(run).isCancelled()).isFalse();
        run.subscriber.cancel();
        assertThat(stage(run).isCancelled()).isTrue();
        assertThat(stage(run).isTerminated()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void itSaysWhatStandsAboveAndBelow(Subject subject) {
        assumeThat(subject.is(COMPOSED)).isFalse();
        Run run = Run.requesting(subject, 5);
        assertThat(stage(run).upstream()).isSameAs(run.source);
        assertThat(stage(run).downstream()).isSameAs(run.subscriber);
        assertThat(((StageMember) run.source.subscriber()).stage()).isSameAs(stage(run));
        run.subscriber.cancel();
        assertThat(stage(run).downstream()).as("after cancel (§3.13)").isNotSameAs(run.subscriber);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void itShowsTheErrorThatComesAfterWhatWaits(Subject subject) {
        assumeThat(subject.is(LETS_WAIT)).isTrue();
        RuntimeException error = new RuntimeException("upstream");
        Run run = Run.requesting(subject, 0);
        run.send(1);
        assertThat(stage(run).failure()).isNull();
        run.source.fail(error);
        assumeThat(run.subscriber.isEnded()).isFalse();
        assertThat(stage(run).failure()).isSameAs(error);
        run.subscriber.request(1);
        assertThat(run.subscriber.error()).isSameAs(error);
        assertThat(stage(run).failure()).isNull();
    }
}
