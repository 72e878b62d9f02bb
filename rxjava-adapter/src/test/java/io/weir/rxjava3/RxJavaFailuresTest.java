package io.weir.rxjava3;

import static io.weir.Operators.buffer;
import static io.weir.Operators.latest;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableTransformer;
import io.reactivex.rxjava3.exceptions.MissingBackpressureException;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import io.weir.flatten.FlattenOptions;
import io.weir.overflow.OverflowException;
import io.weir.testkit.TestSource;
import io.weir.testkit.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What goes wrong with operators of RxJava's, on the version that this is built with, and goes right with ours. */
class RxJavaFailuresTest {
    private static final int ITEMS = 1_000_000;
    private static final int MOST_ROUNDS = 20;

    private final TestSource<Integer> source = new TestSource<>();
    private final TestSource<String> sampler = new TestSource<>();

    private TestSubscriber<Integer> subscribe(FlowableTransformer<Integer, Integer> operator) {
        return Flowable.fromPublisher(source).compose(operator).test(0);
    }

    // ------------------------------------------------------------------------------- sample fails without demand

    @Test
    void rxJavasSampleFailsWhenNobodyAsksInTime() {
        TestSubscriber<Integer> subscriber = subscribe(flowable -> flowable.sample(sampler));
        source.send(1);
        sampler.send("now");
        subscriber.assertFailure(MissingBackpressureException.class);
    }

    @Test
    void oursWaitsForDemand() {
        TestSubscriber<Integer> subscriber = subscribe(RxJavaAdapter.via(sample(sampler)));
        source.send(1);
        sampler.send("now");
        subscriber.assertNoValues().assertNotComplete().assertNoErrors();
        subscriber.request(1);
        subscriber.assertValue(1);
    }

    @Test
    void rxJavasSampleFailsAtTheEndWhenItIsToEmitTheLastItem() {
        TestSubscriber<Integer> subscriber = subscribe(flowable -> flowable.sample(sampler, true));
        source.send(1);
        source.complete();
        subscriber.assertFailure(MissingBackpressureException.class);
    }

    @Test
    void oursWaitsForDemandAtTheEnd() {
        TestSubscriber<Integer> subscriber = subscribe(RxJavaAdapter.via(sample(sampler)));
        source.send(1);
        source.complete();
        subscriber.assertNoValues().assertNotComplete();
        subscriber.request(1);
        subscriber.assertResult(1);
    }

    // ------------------------------------------------------------------------------ switchMap and what was requested

    @Test
    void rxJavasSwitchMapEmitsMoreThanWasRequested() {
        TestSubscriber<Integer> subscriber = subscribe(flowable -> flowable.switchMap(Flowable::just));
        subscriber.request(1);
        source.send(1, 2);
        subscriber.assertValues(1, 2);
    }

    @Test
    void oursEmitsWhatWasRequested() {
        TestSubscriber<Integer> subscriber = subscribe(RxJavaAdapter.via(switchMap(Flowable::just)));
        subscriber.request(1);
        source.send(1, 2);
        subscriber.assertValues(1);
        subscriber.request(1);
        subscriber.assertValues(1, 2);
    }

    private static Flowable<Integer> failOn2(int item) {
        if (item == 2) {
            throw new UnsupportedOperationException("the mapper fails on " + item);
        }
        return Flowable.never();
    }

    @Test
    void rxJavasSwitchMapMayNeverEndWhenItDelaysErrors() {
        TestSubscriber<Integer> subscriber =
                subscribe(flowable -> flowable.switchMapDelayError(RxJavaFailuresTest::failOn2));
        subscriber.request(5);
        source.send(1, 2);
        assertThat(source.isCancelled()).isTrue();
        subscriber.assertNoErrors().assertNotComplete();
    }

    @Test
    void oursEndsWithWhatTheMapperThrew() {
        TestSubscriber<Integer> subscriber = subscribe(
                RxJavaAdapter.via(switchMap(FlattenOptions.defaults().delayErrors(), RxJavaFailuresTest::failOn2)));
        subscriber.request(5);
        source.send(1, 2);
        assertThat(source.isCancelled()).isTrue();
        subscriber.assertFailure(UnsupportedOperationException.class);
    }

    // ---------------------------------------------------------------------------------- a capacity that is not exact

    @Test
    void rxJavasBufferRoundsItsCapacityUp() {
        TestSubscriber<Integer> subscriber = subscribe(flowable -> flowable.onBackpressureBuffer(3, true));
        source.send(1, 2, 3, 4);
        assertThat(source.isCancelled()).isFalse();
        source.send(5);
        subscriber.request(9);
        subscriber.assertFailure(MissingBackpressureException.class, 1, 2, 3, 4);
    }

    @Test
    void oursIsExact() {
        TestSubscriber<Integer> subscriber = subscribe(RxJavaAdapter.via(buffer(3)));
        source.send(1, 2, 3, 4);
        subscriber.request(9);
        subscriber.assertFailure(OverflowException.class, 1, 2, 3);
    }

    // -------------------------------------------------------------------------------- a signal after the terminal one

    private static void refuse(Object item) {
        throw new UnsupportedOperationException("the callback fails on " + item);
    }

    @Test
    void rxJavasLatestGoesOnAfterACallbackThatThrew() {
        TestSubscriber<Integer> subscriber =
                subscribe(flowable -> flowable.onBackpressureLatest(RxJavaFailuresTest::refuse));
        source.send(1, 2);
        subscriber.assertError(UnsupportedOperationException.class);
        subscriber.request(1);
        assertThat(subscriber.values()).as("after onError (§1.7)").containsExactly(2);
    }

    @Test
    void oursEndsAfterWhatWaits() {
        TestSubscriber<Integer> subscriber =
                subscribe(RxJavaAdapter.via(latest().onDropped((item, why) -> refuse(item))));
        source.send(1, 2);
        assertThat(source.isCancelled()).isTrue();
        subscriber.request(5);
        subscriber.assertFailure(UnsupportedOperationException.class, 2);
        source.send(3);
        subscriber.assertFailure(UnsupportedOperationException.class, 2);
    }

    // ------------------------------------------------------------------------------ a drop although there was demand

    /** The race may not come about on a given machine; then there is nothing to show. */
    @Test
    void rxJavasLatestDropsAlthoughThereIsDemand() {
        AtomicInteger drops = new AtomicInteger();
        for (int round = 0; round < MOST_ROUNDS && drops.get() == 0; round++) {
            requestWhileItemsCome(flowable -> flowable.onBackpressureLatest(item -> drops.incrementAndGet()));
        }
        assumeThat(drops.get()).as("the race").isPositive();
    }

    @Test
    void oursDropsNothingWhileThereIsDemand() {
        AtomicInteger drops = new AtomicInteger();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            requestWhileItemsCome(RxJavaAdapter.via(latest().onDropped((item, why) -> drops.incrementAndGet())));
        }
        assertThat(drops).hasValue(0);
    }

    /** There is demand for all items from the start, and another thread goes on to ask for more while they come. */
    private static void requestWhileItemsCome(FlowableTransformer<Integer, Integer> operator) {
        TestSource<Integer> items = new TestSource<>();
        TestSubscriber<Integer> subscriber =
                Flowable.fromPublisher(items).compose(operator).test(ITEMS);
        CountDownLatch done = new CountDownLatch(1);
        Thread requester = Threads.start(() -> {
            while (done.getCount() > 0) {
                subscriber.request(1);
            }
        });
        for (int item = 0; item < ITEMS / MOST_ROUNDS; item++) {
            items.send(item);
        }
        done.countDown();
        Threads.join(requester);
        subscriber.cancel();
    }
}
