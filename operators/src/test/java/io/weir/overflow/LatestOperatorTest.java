package io.weir.overflow;

import static io.weir.Operators.latest;
import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import org.junit.jupiter.api.Test;

class LatestOperatorTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();
    private final Drops drops = new Drops();

    @Test
    void aNewerItemSupersedesTheOneThatWaits() {
        latest().onDropped(drops).apply(source).subscribe(subscriber);
        source.send(1, 2, 3);
        assertThat(drops.all()).containsExactly(drop(1, DropReason.SUPERSEDED), drop(2, DropReason.SUPERSEDED));
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(3);
    }

    @Test
    void withDemandOutstandingEveryItemIsDelivered() {
        latest().onDropped(drops).apply(source).subscribe(subscriber);
        subscriber.request(3);
        source.send(1, 2, 3);
        assertThat(subscriber.items()).containsExactly(1, 2, 3);
        assertThat(drops.all()).isEmpty();
    }

    @Test
    void theLastItemIsDeliveredBeforeCompletion() {
        latest().apply(source).subscribe(subscriber);
        source.send(1, 2);
        source.complete();
        assertThat(subscriber.isEnded()).isFalse();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(2);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void oneItemMayWait() {
        assertThat(latest().mostWaiting()).isEqualTo(1);
        assertThat(latest()).hasToString("latest()");
    }
}
