package io.weir;

import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

class TakeOperatorTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();
    private final Drops drops = new Drops();

    @Test
    void itCompletesWithTheLastItemAndCancelsUpstream() {
        take(2).onDropped(drops).apply(source).subscribe(subscriber);
        subscriber.request(10);
        source.send(1);
        assertThat(source.isCancelled()).isFalse();
        source.send(2);
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.isCompleted()).isTrue();
        source.send(3);
        source.complete();
        assertThat(subscriber.items()).containsExactly(1, 2);
        assertThat(drops.all()).containsExactly(Drops.drop(3, DropReason.AFTER_TERMINATION));
    }

    @Test
    void upstreamIsNeverAskedForMoreThanTheLimit() {
        take(5).apply(source).subscribe(subscriber);
        subscriber.request(3);
        assertThat(source.requested()).isEqualTo(3);
        subscriber.request(3);
        assertThat(source.requested()).isEqualTo(5);
        subscriber.request(Long.MAX_VALUE);
        assertThat(source.requested()).isEqualTo(5);
    }

    @Test
    void whatIsRequestedFromWithinAnItemAsksForNoMoreThanIsLeft() {
        take(3).apply(source).subscribe(subscriber);
        subscriber.onNext(item -> subscriber.request(5));
        subscriber.request(1);
        source.send(1);
        assertThat(source.requested()).isEqualTo(3);
        source.send(2, 3);
        assertThat(source.requested()).isEqualTo(3);
    }

    @Test
    void unboundedDemandIsCutToTheLimit() {
        take(5).apply(source).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(source.requested()).isEqualTo(5);
    }

    @Test
    void withoutALimitEveryRequestGoesUpAsItCame() {
        List<Long> requests = new ArrayList<>();
        Publisher<Integer> upstream = s -> s.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                requests.add(n);
            }

            @Override
            public void cancel() {}
        });
        take(Long.MAX_VALUE).apply(upstream).subscribe(subscriber);
        subscriber.request(5);
        subscriber.request(Long.MAX_VALUE);
        subscriber.request(2);
        assertThat(requests).containsExactly(5L, Long.MAX_VALUE, 2L);
    }

    @Test
    void withoutALimitAnItemThatNobodyAskedForIsDropped() {
        take(Long.MAX_VALUE).onDropped(drops).apply(source).subscribe(subscriber);
        subscriber.request(1);
        source.send(1, 2);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(drops.all()).containsExactly(Drops.drop(2, DropReason.NO_DEMAND));
    }

    @Test
    void aShortStreamCompletesEarly() {
        take(5).apply(source).subscribe(subscriber);
        subscriber.request(5);
        source.send(1);
        source.complete();
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void takingNothingCompletesAtOnce() {
        take(0).apply(source).subscribe(subscriber);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(source.isCancelled()).isTrue();
        assertThat(source.requested()).isZero();
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatThrownBy(() -> take(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("take limit must not be negative, was -1");
        assertThat(take(3).named("t")).hasToString("take(3).named(\"t\")");
        assertThat(take(3).mostWaiting()).isZero();
    }

    @Test
    void anItemThatNobodyAskedForIsNotOneOfThem() {
        take(2).onDropped(drops).apply(source).subscribe(subscriber);
        source.send(1);
        subscriber.request(2);
        source.send(2, 3);
        assertThat(subscriber.items()).containsExactly(2, 3);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(drops.all()).containsExactly(Drops.drop(1, DropReason.NO_DEMAND));
    }
}
