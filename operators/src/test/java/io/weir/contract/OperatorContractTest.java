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
import java.lang.ref.WeakReference;
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

    // ------------------------------------------------------------------------------- B2: invalid requests (§3.9)

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamAtOnceWhenNothingIsDemanded(Subject subject) {
        for (long n : new long[] {0, -1, Long.MIN_VALUE}) {
            Run run = Run.requesting(subject, 0);
            run.subscriber.request(n);
            assertRefused(run, n);
        }
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamAtOnceWhenAllDemandIsMet(Subject subject) {
        Run run = Run.requesting(subject, 1);
        run.send(1);
        run.subscriber.request(-5);
        assertRefused(run, -5);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamAtOnceWhenItemsWait(Subject subject) {
        assumeThat(subject.is(LETS_WAIT)).isTrue();
        Run run = Run.requesting(subject, 0);
        run.send(1);
        run.subscriber.request(0);
        assertRefused(run, 0);
        assertThat(run.subscriber.items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamWithTheNextSignalWhenDemandIsOutstanding(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE);
        run.send(1);
        run.subscriber.request(-1);
        run.send(2);
        assertRefused(run, -1);
        assertThat(run.subscriber.items()).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamWithCompletionWhenDemandIsOutstanding(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE);
        run.subscriber.request(-1);
        run.source.complete();
        assertRefusedOnce(run, -1); // upstream has ended and must not be cancelled any more (§2.3)
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveFromWithinOnNextEndsTheStreamAfterIt(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(10)).onNext(item -> run.subscriber.request(-7));
        run.subscribe();
        run.send(1);
        assertThat(run.subscriber.isEnded()).isTrue();
        run.send(2);
        assertRefused(run, -7);
        assertThat(run.subscriber.items()).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveInOnSubscribeEndsTheStream(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(0));
        run.subscribe();
        assertRefused(run, 0);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anErrorFromUpstreamThatMeetsARefusedRequestIsLate(Subject subject) {
        Run run = Run.requesting(subject, 9);
        run.subscriber.request(-1);
        run.source.fail(boom);
        assertRefusedOnce(run, -1);
        assertThat(run.subscriber.lateErrors()).containsExactly(boom);
    }

    private static void assertRefused(Run run, long n) {
        assertThat(run.source.isCancelled()).as("upstream cancelled").isTrue();
        assertRefusedOnce(run, n);
    }

    private static void assertRefusedOnce(Run run, long n) {
        assertThat(run.subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("§3.9")
                .hasMessageContaining("request(" + n + ")");
        run.subscriber.request(-2);
        run.subscriber.request(2);
        run.send("late");
        run.source.complete();
        run.assertAccounted();
        assertThat(run.timer.pending()).isZero();
    }

    // --------------------------------------------------------------------------------------- B3: demand arithmetic

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void demandThatOverflowsIsUnbounded(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE - 1);
        run.subscriber.request(Long.MAX_VALUE - 1);
        run.send(1, 2);
        run.subscriber.request(Long.MAX_VALUE);
        run.send(3);
        run.source.complete();
        assertThat(run.subscriber.items()).containsExactly(1, 2, 3);
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

    // ------------------------------------------------------------------------------------------ B7: cancellation

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
