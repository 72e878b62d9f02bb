package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;

/** What every operator does when its subscriber cancels. */
class CancellationContractTest {
    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void cancelStopsSignalsCancelsUpstreamAndReportsWhatWaits(Subject subject) {
        Run run = Run.requesting(subject, 1);
        run.send(1);
        run.send(2, 3);
        long waited = run.probe.waiting();
        List<Object> before = run.subscriber.items();
        int dropsBefore = run.subscriber.drops().all().size();
        run.subscriber.cancel();
        assertThat(run.source.isCancelled()).isTrue();
        assertThat(run.subscriber.drops().reasons().stream().skip(dropsBefore))
                .hasSize((int) waited)
                .allMatch(reason -> reason == DropReason.CANCELLED);
        run.subscriber.cancel();
        run.subscriber.request(5);
        run.subscriber.request(-1);
        run.source.send("late");
        run.source.complete();
        assertThat(run.subscriber.items()).isEqualTo(before);
        assertThat(run.subscriber.isEnded()).isFalse();
        assertThat(run.subscriber.drops().all()).contains(Drops.drop("late", DropReason.CANCELLED));
        assertThat(run.timer.pending()).isZero();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aSubscriberMayCancelInOnSubscribe(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(TestSubscriber::cancel);
        run.subscribe();
        run.send(1);
        run.source.complete();
        assertThat(run.source.isCancelled()).isTrue();
        assertThat(run.source.requested())
                .as("requested after the cancellation")
                .isZero();
        assertThat(run.subscriber.items()).isEmpty();
        assertThat(run.subscriber.isEnded()).isFalse();
        assertThat(run.timer.pending()).isZero();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aSubscriberMayCancelWithinOnNext(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(10)).onNext(item -> run.subscriber.cancel());
        run.subscribe();
        run.send(1, 2);
        assertThat(run.subscriber.items()).containsExactly(1);
        assertThat(run.source.isCancelled()).isTrue();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void theSubscriberIsForgottenAfterCancel(Subject subject) throws InterruptedException {
        TestSource<Object> source = new TestSource<>();
        Subscription subscription = null;
        WeakReference<TestSubscriber<Object>> reference;
        {
            TestSubscriber<Object> subscriber = TestSubscriber.requesting(1);
            reference = new WeakReference<>(subscriber);
            subject.apply(source, StageSettings.NONE).subscribe(subscriber);
            subscription = subscriber.subscription();
            subscriber.cancel();
        }
        for (int i = 0; i < 100 && reference.get() != null; i++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(reference.get()).isNull();
        assertThat(subscription).isNotNull();
        assertThat(source.isSubscribed()).isTrue();
    }
}
