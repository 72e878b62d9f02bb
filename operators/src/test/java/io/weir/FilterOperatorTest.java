package io.weir;

import static io.weir.Operators.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import io.weir.testkit.VirtualTimer;
import org.junit.jupiter.api.Test;

class FilterOperatorTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber.WithContext<Integer> subscriber = TestSubscriber.withContext(new VirtualTimer());

    @Test
    void aRejectedItemIsReplacedByOneMore() {
        filter((Integer n) -> n % 2 == 0).apply(source).subscribe(subscriber);
        subscriber.request(1);
        source.send(1);
        assertThat(source.requested()).isEqualTo(2);
        source.send(2);
        assertThat(source.requested()).isEqualTo(2);
        assertThat(subscriber.items()).containsExactly(2);
        assertThat(subscriber.drops().all()).containsExactly(Drops.drop(1, DropReason.FILTERED));
    }

    @Test
    void aPredicateThatThrowsCancelsUpstreamAndDropsTheItemAsFailed() {
        IllegalStateException error = new IllegalStateException("predicate");
        filter((Integer n) -> {
                    throw error;
                })
                .apply(source)
                .subscribe(subscriber);
        subscriber.request(5);
        source.send(1);
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.drops().all()).containsExactly(Drops.drop(1, DropReason.FAILED));
    }

    @Test
    void aMillionRejectionsNeedAConstantStack() {
        TestSubscriber<Integer> receiver = TestSubscriber.requesting(1);
        Threads.withSmallStack(() -> filter((Integer n) -> n == 999_999)
                .apply(Weir.range(0, 1_000_000))
                .subscribe(receiver));
        assertThat(receiver.items()).containsExactly(999_999);
        assertThat(receiver.isCompleted()).isTrue();
    }

    @Test
    void anInvalidRequestEndsTheStreamEvenWhenItemsAreRejected() {
        filter((Integer n) -> false).apply(source).subscribe(subscriber);
        subscriber.request(10);
        source.send(1);
        subscriber.request(-1);
        source.send(2);
        assertThat(subscriber.error()).isInstanceOf(IllegalArgumentException.class);
        assertThat(source.requested()).isEqualTo(11);
    }

    @Test
    void thePredicateMustNotBeNull() {
        assertThatThrownBy(() -> filter(null)).isInstanceOf(NullPointerException.class);
    }
}
