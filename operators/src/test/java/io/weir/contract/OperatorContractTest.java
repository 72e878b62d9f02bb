package io.weir.contract;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static io.weir.Operators.take;
import static io.weir.contract.Subject.Trait.DROPS;
import static io.weir.contract.Subject.Trait.LETS_WAIT;
import static io.weir.contract.Subject.Trait.SAMPLES;
import static io.weir.contract.Subject.Trait.TAKES_ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.contract.Subject.Trait;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

/** Behaviour that every operator shares. A new operator joins with a line in {@link #subjects()}. */
class OperatorContractTest {
    static Stream<Subject> subjects() {
        return Stream.of(
                Subject.of(buffer(3), TAKES_ALL, LETS_WAIT, DROPS),
                Subject.of(buffer(3).dropOldest(), TAKES_ALL, LETS_WAIT, DROPS),
                Subject.of(buffer(3).dropNewest(), TAKES_ALL, LETS_WAIT, DROPS),
                Subject.of(drop(), TAKES_ALL, DROPS),
                Subject.of(latest(), TAKES_ALL, LETS_WAIT, DROPS),
                Subject.of(sample(Subject.PERIOD), TAKES_ALL, LETS_WAIT, DROPS, SAMPLES),
                Subject.flattening(options -> concatMap(options, OperatorContractTest::one)),
                Subject.flattening(options -> concatMap(options.prefetch(4), OperatorContractTest::one), LETS_WAIT),
                Subject.flattening(options -> concatMap(options.delayErrors(), OperatorContractTest::one)),
                Subject.flattening(options -> mergeMap(options.concurrency(1), OperatorContractTest::one), LETS_WAIT),
                Subject.flattening(
                        options -> mergeMap(options.concurrency(4).prefetch(2), OperatorContractTest::one), LETS_WAIT),
                Subject.flattening(
                        options -> mergeMap(options.concurrency(4).delayErrors(), OperatorContractTest::one),
                        LETS_WAIT),
                Subject.flattening(options -> switchMap(options, OperatorContractTest::one), TAKES_ALL),
                Subject.flattening(options -> switchMap(options.delayErrors(), OperatorContractTest::one), TAKES_ALL),
                Subject.of(map(item -> item)),
                Subject.of(filter(item -> true)),
                Subject.of(take(1_000_000)));
    }

    private static Publisher<Object> one(Object item) {
        return Weir.fromIterable(List.of(item));
    }

    private final RuntimeException boom = new RuntimeException("boom");

    // ------------------------------------------------------------------------------------------------ delivery

    @ParameterizedTest
    @MethodSource("subjects")
    void withDemandEveryItemIsDeliveredInOrder(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE);
        run.send(1, 2, 3, 4, 5);
        run.source.complete();
        assertThat(run.subscriber.items()).containsExactly(1, 2, 3, 4, 5);
        assertThat(run.subscriber.isCompleted()).isTrue();
        run.assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("subjects")
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
    @MethodSource("subjects")
    void upstreamIsAskedForAllOrForNoMoreThanTheStageMayHold(Subject subject) {
        Run run = Run.requesting(subject, 2);
        if (subject.is(TAKES_ALL)) {
            assertThat(run.source.requested()).isEqualTo(Long.MAX_VALUE);
        } else {
            assertThat(run.source.requested()).isLessThanOrEqualTo(Math.max(2, subject.mostWaiting()));
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void completionWithoutItemsNeedsNoDemand(Subject subject) {
        Run run = Run.requesting(subject, 0);
        run.source.complete();
        assertThat(run.subscriber.isCompleted()).isTrue();
        run.assertAccounted();
    }

    // ------------------------------------------------------------------------------- B2: invalid requests (§3.9)

    @ParameterizedTest
    @MethodSource("subjects")
    void aRequestThatIsNotPositiveEndsTheStreamAtOnceWhenNothingIsDemanded(Subject subject) {
        for (long n : new long[] {0, -1, Long.MIN_VALUE}) {
            Run run = Run.requesting(subject, 0);
            run.subscriber.request(n);
            assertRefused(run, n);
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aRequestThatIsNotPositiveEndsTheStreamAtOnceWhenAllDemandIsMet(Subject subject) {
        Run run = Run.requesting(subject, 1);
        run.send(1);
        run.subscriber.request(-5);
        assertRefused(run, -5);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aRequestThatIsNotPositiveEndsTheStreamAtOnceWhenItemsWait(Subject subject) {
        assumeThat(subject.is(LETS_WAIT)).isTrue();
        Run run = Run.requesting(subject, 0);
        run.send(1);
        run.subscriber.request(0);
        assertRefused(run, 0);
        assertThat(run.subscriber.items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aRequestThatIsNotPositiveEndsTheStreamWithTheNextSignalWhenDemandIsOutstanding(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE);
        run.send(1);
        run.subscriber.request(-1);
        run.send(2);
        assertRefused(run, -1);
        assertThat(run.subscriber.items()).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aRequestThatIsNotPositiveEndsTheStreamWithCompletionWhenDemandIsOutstanding(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE);
        run.subscriber.request(-1);
        run.source.complete();
        assertRefused(run, -1);
    }

    @ParameterizedTest
    @MethodSource("subjects")
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
    @MethodSource("subjects")
    void aRequestThatIsNotPositiveInOnSubscribeEndsTheStream(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(0));
        run.subscribe();
        assertRefused(run, 0);
    }

    private static void assertRefused(Run run, long n) {
        assertThat(run.subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("§3.9")
                .hasMessageContaining("request(" + n + ")");
        assertThat(run.source.isCancelled()).as("upstream cancelled").isTrue();
        run.subscriber.request(-2);
        run.subscriber.request(2);
        run.send("late");
        run.source.complete();
        run.assertAccounted();
        assertThat(run.timer.pending()).isZero();
    }

    // --------------------------------------------------------------------------------------- B3: demand arithmetic

    @ParameterizedTest
    @MethodSource("subjects")
    void demandThatOverflowsIsUnbounded(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE - 1);
        run.subscriber.request(Long.MAX_VALUE - 1);
        run.subscriber.request(Long.MAX_VALUE);
        run.send(1, 2, 3);
        run.source.complete();
        assertThat(run.subscriber.items()).containsExactly(1, 2, 3);
        run.assertAccounted();
    }

    // --------------------------------------------------------------------------------------- B4: callbacks that throw

    @ParameterizedTest
    @MethodSource("subjects")
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
    @MethodSource("subjects")
    void aProbeThatThrowsDoesNotDisturbTheStream(Subject subject) {
        assumeThat(subject.is(Trait.NO_SETTINGS)).isFalse();
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(10));
        run.subscribe(StageSettings.NONE.probe(new io.weir.spi.Probe() {
            @Override
            public void received(Object item) {
                throw boom;
            }
        }));
        run.send(1, 2);
        run.source.complete();
        assertThat(run.subscriber.items()).containsExactly(1, 2);
        assertThat(run.subscriber.isCompleted()).isTrue();
        assertThat(run.subscriber.lateErrors()).contains(boom);
    }

    // ------------------------------------------------------------------------------------------ B5: after the end

    @ParameterizedTest
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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

    // ------------------------------------------------------------------------------------------ B7: cancellation

    @ParameterizedTest
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
    void everythingRunsOnTheThreadsOfOthers(Subject subject) {
        Run run = Run.of(subject);
        List<Thread> threads = new ArrayList<>();
        run.subscriber.onSubscribe(s -> s.request(2)).onNext(item -> threads.add(Thread.currentThread()));
        run.subscribe();
        run.send(1, 2);
        run.source.complete();
        assertThat(threads).hasSize(2).containsOnly(Thread.currentThread());
    }

    // --------------------------------------------------------------------------------------- hostile upstreams

    @ParameterizedTest
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
    @MethodSource("subjects")
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
}
