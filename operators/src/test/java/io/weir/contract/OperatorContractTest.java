package io.weir.contract;

import static io.weir.contract.Subject.Trait.DROPS;
import static io.weir.contract.Subject.Trait.LETS_WAIT;
import static io.weir.contract.Subject.Trait.SAMPLES;
import static io.weir.contract.Subject.Trait.TAKES_ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.contract.Subject.Trait;
import io.weir.spi.Probe;
import io.weir.spi.StageSettings;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

/** Behaviour that every operator shares. A new operator joins with a line in {@link Subjects}. */
class OperatorContractTest {
    private final RuntimeException boom = new RuntimeException("boom");

    // ------------------------------------------------------------------------------------------------ delivery

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void withDemandEveryItemIsDeliveredInOrder(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE);
        run.send(1, 2, 3, 4, 5);
        run.source.complete();
        assertThat(run.subscriber.items()).containsExactly(1, 2, 3, 4, 5);
        assertThat(run.subscriber.isCompleted()).isTrue();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void itemsAreEmittedOnlyAsDemanded(Subject subject) {
        Run run = Run.requesting(subject, 0);
        for (int i = 1; i <= 5; i++) {
            run.send(i);
            run.subscriber.request(1);
            assertThat(run.subscriber.items()).hasSizeLessThanOrEqualTo(i);
            run.assertAccounted();
        }
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void upstreamIsAskedForAllOrForNoMoreThanTheStageMayHold(Subject subject) {
        Run run = Run.requesting(subject, 2);
        if (subject.is(TAKES_ALL)) {
            assertThat(run.source.requested()).isEqualTo(Long.MAX_VALUE);
        } else {
            assertThat(run.source.requested()).isLessThanOrEqualTo(Math.max(2, subject.mostWaiting()));
        }
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void completionWithoutItemsNeedsNoDemand(Subject subject) {
        Run run = Run.requesting(subject, 0);
        run.source.complete();
        assertThat(run.subscriber.isCompleted()).isTrue();
        run.assertAccounted();
    }

    // --------------------------------------------------------------------------------------- B4: callbacks that throw

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aDropCallbackThatThrowsEndsTheStreamAndTheItemCountsAsDroppedOnce(Subject subject) {
        assumeThat(subject.is(DROPS)).isTrue();
        Run run = Run.of(subject);
        run.subscribe(StageSettings.NONE.probe(run.probe).onDropped((item, reason) -> {
            run.callback.accept(item, reason);
            throw boom;
        }));
        run.send(1, 2, 3, 4, 5);
        assertThat(run.source.isCancelled()).isTrue();
        run.subscriber.request(10);
        assertThat(run.subscriber.error()).isSameAs(boom);
        assertThat(run.subscriber.drops().items()).doesNotHaveDuplicates();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void everyDropCallbackHearsOfAnItemEvenWhenTheFirstThrows(Subject subject) {
        assumeThat(subject.is(DROPS)).isTrue();
        Run run = Run.of(subject);
        run.subscribe(StageSettings.NONE
                .probe(run.probe)
                .onDropped((item, reason) -> {
                    throw boom;
                })
                .onDropped(run.callback));
        run.send(1, 2, 3, 4, 5);
        assertThat(run.callback.all()).isNotEmpty();
        run.subscriber.request(10);
        assertThat(run.subscriber.error()).isSameAs(boom);
        run.assertAccounted();
    }

    private void assertUndisturbedBy(Probe probe, Subject subject) {
        assumeThat(subject.is(Trait.NO_SETTINGS)).isFalse();
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(10));
        run.subscribe(StageSettings.NONE.probe(probe));
        run.send(1, 2);
        run.source.complete();
        assertThat(run.subscriber.items()).containsExactly(1, 2);
        assertThat(run.subscriber.isCompleted()).isTrue();
        assertThat(run.subscriber.lateErrors()).contains(boom);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aProbeThatThrowsDoesNotDisturbTheStream(Subject subject) {
        assertUndisturbedBy(
                new Probe() {
                    @Override
                    public void received(Object item) {
                        throw boom;
                    }
                },
                subject);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aProbeThatThrowsWhenItIsSubscribedDoesNotDisturbTheStream(Subject subject) {
        assertUndisturbedBy(
                new Probe() {
                    @Override
                    public Probe subscribed(String stage) {
                        throw boom;
                    }
                },
                subject);
    }

    // ------------------------------------------------------------------------------------------ B5: after the end

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void nothingFollowsCompletion(Subject subject) {
        Run run = Run.requesting(subject, 10);
        run.source.complete();
        run.send("late");
        run.source.complete();
        run.source.fail(boom);
        assertThat(run.subscriber.isCompleted()).isTrue();
        assertThat(run.subscriber.error()).isNull();
        assertThat(run.subscriber.drops().all()).containsExactly(Drops.drop("late", DropReason.AFTER_TERMINATION));
        assertThat(run.subscriber.lateErrors()).containsExactly(boom);
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void nothingFollowsAnError(Subject subject) {
        Run run = Run.requesting(subject, 10);
        run.source.fail(boom);
        run.send("late");
        run.source.complete();
        run.source.fail(new IllegalStateException("second"));
        assertThat(run.subscriber.error()).isSameAs(boom);
        assertThat(run.subscriber.isCompleted()).isFalse();
        assertThat(run.subscriber.drops().all()).containsExactly(Drops.drop("late", DropReason.AFTER_TERMINATION));
        assertThat(run.subscriber.lateErrors()).hasSize(1);
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aLateErrorGoesToTheThreadsHandlerWhenTheSubscriberOffersNoContext(Subject subject) {
        TestSource<Object> source = new TestSource<>();
        TestSubscriber<Object> subscriber = TestSubscriber.requesting(10);
        subject.apply(source, StageSettings.NONE).subscribe(subscriber);
        source.complete();
        assertThat(subscriber.isCompleted()).isTrue();
        AtomicReference<Throwable> uncaught = new AtomicReference<>();
        Thread thread = new Thread(() -> source.fail(boom));
        thread.setUncaughtExceptionHandler((t, e) -> uncaught.set(e));
        Threads.runToEnd(thread);
        assertThat(uncaught.get()).isSameAs(boom);
    }

    // -------------------------------------------------------------------------------------- B6: errors after items

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anErrorFromUpstreamComesAfterTheItemsThatWait(Subject subject) {
        assumeThat(subject.is(LETS_WAIT)).isTrue();
        Run run = Run.requesting(subject, 0);
        run.send(1);
        run.source.fail(boom);
        assertThat(run.subscriber.error()).isNull();
        run.subscriber.request(5);
        assertThat(run.subscriber.items()).containsExactly(1);
        assertThat(run.subscriber.error()).isSameAs(boom);
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void completionComesAfterTheItemsThatWait(Subject subject) {
        assumeThat(subject.is(LETS_WAIT)).isTrue();
        Run run = Run.requesting(subject, 0);
        run.send(1);
        run.source.complete();
        assertThat(run.subscriber.isCompleted()).isFalse();
        run.subscriber.request(1);
        assertThat(run.subscriber.items()).containsExactly(1);
        assertThat(run.subscriber.isCompleted()).isTrue();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void upstreamIsNotCancelledFromWithinItsOwnEnd(Subject subject) {
        Run completed = Run.requesting(subject, 10);
        completed.source.complete();
        assertThat(completed.source.isCancelled()).as("after completion (§2.3)").isFalse();
        Run failed = Run.requesting(subject, 10);
        failed.source.fail(boom);
        assertThat(failed.source.isCancelled()).as("after an error (§2.3)").isFalse();
    }

    // ---------------------------------------------------------------------------------------- B8: constant stack

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aMillionSynchronousItemsOneAtATimeNeedAConstantStack(Subject subject) {
        assumeThat(subject.is(SAMPLES)).isFalse();
        int count = 1_000_000;
        AtomicInteger received = new AtomicInteger();
        AtomicReference<Subscription> subscription = new AtomicReference<>();
        AtomicInteger completed = new AtomicInteger();
        Publisher<Object> stream = subject.apply(
                Weir.fromIterable(
                        () -> IntStream.range(0, count).<Object>mapToObj(i -> i).iterator()),
                StageSettings.NONE);
        Threads.withSmallStack(() -> stream.subscribe(new org.reactivestreams.Subscriber<>() {
            @Override
            public void onSubscribe(Subscription s) {
                subscription.set(s);
                s.request(1);
            }

            @Override
            public void onNext(Object item) {
                received.incrementAndGet();
                subscription.get().request(1);
            }

            @Override
            public void onError(Throwable t) {
                throw new AssertionError(t);
            }

            @Override
            public void onComplete() {
                completed.incrementAndGet();
            }
        }));
        assertThat(received.get()).isEqualTo(count);
        assertThat(completed.get()).isEqualTo(1);
    }

    // ------------------------------------------------------------------------------------------- B9: no blocking

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void nobodyWaitsForASubscriberThatIsStuckInOnNext(Subject subject) throws InterruptedException {
        Run run = Run.of(subject);
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        run.subscriber.onSubscribe(s -> s.request(3)).onNext(item -> {
            stuck.countDown();
            Threads.await(free);
        });
        run.subscribe();
        Thread sender = Threads.start(() -> run.send(1));
        Threads.await(stuck);
        Threads.runToEnd(new Thread(() -> {
            run.subscriber.request(1);
            run.subscriber.request(Long.MAX_VALUE);
        }));
        assertThat(run.subscriber.items()).hasSize(1);
        Threads.runToEnd(new Thread(run.subscriber::cancel));
        assertThat(run.source.isCancelled()).isTrue();
        free.countDown();
        Threads.join(sender);
        run.assertAccounted();
    }

    // ------------------------------------------------------------------------------ B11: no threads of its own

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void timersEndWithTheStream(Subject subject) {
        Run completed = Run.requesting(subject, 10);
        assertThat(completed.timer.pending()).isEqualTo(subject.is(SAMPLES) ? 1 : 0);
        completed.send(1);
        completed.source.complete();
        assertThat(completed.timer.pending()).isZero();
        Run failed = Run.requesting(subject, 10);
        failed.source.fail(boom);
        assertThat(failed.timer.pending()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void everythingRunsOnTheThreadsOfOthers(Subject subject) {
        Run run = Run.of(subject);
        List<Thread> threads = new ArrayList<>();
        run.subscriber.onSubscribe(s -> s.request(2)).onNext(item -> threads.add(Thread.currentThread()));
        run.subscribe();
        run.send(1, 2);
        run.source.complete();
        assertThat(threads).hasSize(2).containsOnly(Thread.currentThread());
    }
}
