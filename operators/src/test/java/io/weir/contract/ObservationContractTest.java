package io.weir.contract;

import static io.weir.contract.Subject.Trait.DROPS;
import static io.weir.contract.Subject.Trait.LETS_WAIT;
import static io.weir.contract.Subject.Trait.NO_SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weir.DropReason;
import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import io.weir.spi.StageSettings;
import io.weir.testkit.FailingProbe;
import io.weir.testkit.PassingSubscriber;
import io.weir.testkit.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What probes and callbacks are told by every operator, and what becomes of errors that they or others have. */
class ObservationContractTest {
    private final IllegalStateException error = new IllegalStateException("thrown");

    private static Run watched(Subject subject) {
        assumeThat(subject.is(NO_SETTINGS)).isFalse();
        return Run.requesting(subject, 5);
    }

    private static List<String> seen(Run run) {
        return run.probe.events().stream()
                .filter(event -> !event.equals("paused") && !event.equals("resumed"))
                .skip(1) // that it was subscribed to, and as what
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aProbeSeesRequestsAndTheCompletion(Subject subject) {
        Run run = watched(subject);
        run.subscriber.request(2);
        run.source.complete();
        assertThat(seen(run)).containsExactly("requested 5", "requested 2", "completed");
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aProbeSeesWhatIsRequestedFromWithinAnItem(Subject subject) {
        assumeThat(subject.is(NO_SETTINGS)).isFalse();
        Run run = Run.requesting(subject, 1);
        run.subscriber.onNext(item -> run.subscriber.request(3));
        run.send(1);
        assertThat(seen(run)).containsExactly("requested 1", "requested 3");
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aProbeSeesTheError(Subject subject) {
        Run run = watched(subject);
        run.source.fail(error);
        assertThat(seen(run)).containsExactly("requested 5", "failed " + error);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aProbeSeesTheCancellationOnce(Subject subject) {
        Run run = watched(subject);
        run.subscriber.cancel();
        run.subscriber.cancel();
        assertThat(seen(run)).containsExactly("requested 5", "cancelled");
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anErrorThatACancellationOvertakesIsLate(Subject subject) {
        assumeThat(subject.is(LETS_WAIT)).isTrue();
        Run run = Run.requesting(subject, 0);
        run.send(1);
        run.source.fail(error);
        assumeThat(run.subscriber.isEnded()).isFalse();
        assertThat(run.subscriber.lateErrors()).isEmpty();
        run.subscriber.cancel();
        assertThat(run.subscriber.lateErrors()).containsExactly(error);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aCallbackThatThrowsWhenTheStreamIsOverIsLate(Subject subject) {
        assumeThat(subject.is(NO_SETTINGS)).isFalse();
        Run run = Run.of(subject).subscribe(StageSettings.NONE.onDropped((item, reason) -> {
            throw error;
        }));
        run.subscriber.cancel();
        run.source.send("late");
        assertThat(run.subscriber.lateErrors()).containsExactly(error);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void whatTheMachineFailsWithInACallbackIsRethrown(Subject subject) {
        assumeThat(subject.is(NO_SETTINGS)).isFalse();
        NoClassDefFoundError fatal = new NoClassDefFoundError("callback");
        Run run = Run.of(subject).subscribe(StageSettings.NONE.onDropped((item, reason) -> {
            throw fatal;
        }));
        run.subscriber.cancel();
        assertThatThrownBy(() -> run.source.send("late")).isSameAs(fatal);
        assertThat(run.subscriber.lateErrors()).isEmpty();
    }

    /** What happens is the same whether a probe sees it or not, even if that throws what no stream can carry. */
    private static void assertUndisturbed(Subject subject, Consumer<Run> end) {
        Run alone = played(Run.of(subject), StageSettings.NONE, end);
        Run disturbed = played(Run.of(subject), StageSettings.NONE.probe(new FailingProbe()), end);
        assertThat(disturbed.subscriber.items()).isEqualTo(alone.subscriber.items());
        assertThat(disturbed.subscriber.drops().all())
                .isEqualTo(alone.subscriber.drops().all());
        assertThat(disturbed.subscriber.isCompleted()).isEqualTo(alone.subscriber.isCompleted());
        assertThat(String.valueOf(disturbed.subscriber.error())).isEqualTo(String.valueOf(alone.subscriber.error()));
        assertThat(disturbed.subscriber.breaches()).isEmpty();
        assertThat(disturbed.source.requested()).isEqualTo(alone.source.requested());
        assertThat(disturbed.source.isCancelled()).isEqualTo(alone.source.isCancelled());
        assertThat(disturbed.subscriber.lateErrors())
                .contains(FailingProbe.FATAL)
                .filteredOn(late -> late != FailingProbe.FATAL)
                .isEqualTo(alone.subscriber.lateErrors());
    }

    private static Run played(Run run, StageSettings settings, Consumer<Run> end) {
        run.subscribe(settings);
        run.subscriber.request(2);
        run.subscriber.onNext(item -> {
            if (item.equals(3)) {
                run.subscriber.request(1);
            }
        });
        run.send(1, 2, 3, 4, 5);
        run.subscriber.request(2);
        run.send(6);
        end.accept(run);
        run.subscriber.request(10);
        run.source.send(7);
        return run;
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aProbeThatFailsOnEverythingDisturbsNothing(Subject subject) {
        assumeThat(subject.is(NO_SETTINGS)).isFalse();
        assertUndisturbed(subject, run -> run.source.complete());
        assertUndisturbed(subject, run -> run.source.fail(error));
        assertUndisturbed(subject, run -> run.subscriber.cancel());
        assertUndisturbed(subject, run -> run.subscriber.request(0));
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void whatTheMachineFailsWithInOnNextIsRethrownAndCancels(Subject subject) {
        NoClassDefFoundError fatal = new NoClassDefFoundError("onNext");
        Run run = Run.requesting(subject, 5);
        run.subscriber.onNext(item -> {
            throw fatal;
        });
        assertThatThrownBy(() -> run.send(1)).isSameAs(fatal);
        assertThat(run.source.isCancelled()).isTrue();
        assertThat(run.subscriber.lateErrors()).isEmpty();
        assertThat(run.subscriber.isEnded()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void whatTheMachineFailsWithInACallbackOfAStreamThatGoesOnIsRethrownAndCancels(Subject subject) {
        assumeThat(subject.is(DROPS)).isTrue();
        NoClassDefFoundError fatal = new NoClassDefFoundError("callback");
        Run run = Run.of(subject).subscribe(StageSettings.NONE.onDropped((item, reason) -> {
            throw fatal;
        }));
        assertThatThrownBy(() -> run.send(1, 2, 3, 4)).isSameAs(fatal);
        assertThat(run.source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void everyItemThatWaitsIsDroppedThoughTheMachineFailsInACallback(Subject subject) {
        assumeThat(subject.is(LETS_WAIT)).isTrue();
        List<Object> dropped = new ArrayList<>();
        NoClassDefFoundError fatal = new NoClassDefFoundError("callback");
        Run run = Run.of(subject);
        run.subscribe(StageSettings.NONE.probe(run.probe).onDropped((item, reason) -> {
            dropped.add(item);
            if (reason == DropReason.CANCELLED) {
                throw fatal;
            }
        }));
        run.send(1, 2, 3);
        long waiting = run.probe.waiting();
        int before = dropped.size();
        assertThatThrownBy(run.subscriber::cancel).isSameAs(fatal);
        assertThat(dropped).hasSize(before + (int) waiting);
        assertThat(run.probe.waiting()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void whatASubscriberThrowsAtTheEndIsLate(Subject subject) {
        Run run = Run.of(subject);
        TestSubscriber.WithContext<Object> late = run.subscriber;
        subject.apply(run.source, StageSettings.NONE).subscribe(new ThrowingAtTheEnd(late, error));
        run.source.complete();
        assertThat(late.lateErrors()).containsExactly(error);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aSubscriberThatThrowsInOnSubscribeIsCancelledAndWhatItThrowsIsLate(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> {
            throw error;
        });
        run.subscribe();
        assertThat(run.source.isCancelled()).isTrue();
        assertThat(run.subscriber.lateErrors()).containsExactly(error);
        assertThat(run.subscriber.isEnded()).isFalse();
    }

    /** Is told of late errors like another one. */
    private static final class ThrowingAtTheEnd extends PassingSubscriber<Object> implements StageContextCarrier {
        private final TestSubscriber.WithContext<Object> context;
        private final RuntimeException error;

        ThrowingAtTheEnd(TestSubscriber.WithContext<Object> context, RuntimeException error) {
            super(context);
            this.context = context;
            this.error = error;
        }

        @Override
        public StageContext stageContext() {
            return context;
        }

        @Override
        public void onComplete() {
            throw error;
        }
    }
}
