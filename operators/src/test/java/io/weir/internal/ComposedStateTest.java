package io.weir.internal;

import static io.weir.Operators.buffer;
import static io.weir.Operators.latest;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.spi.StageMember;
import io.weir.spi.StageState;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComposedStateTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSource<Integer> between = new TestSource<>();
    private final TestSubscriber<Integer> receiver = TestSubscriber.create();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();
    private StageState both;

    /** The two are not connected, so that each can be given a state of its own. */
    @BeforeEach
    void compose() {
        buffer(3).apply(source).subscribe(receiver);
        latest().apply(between).subscribe(subscriber);
        both = new ComposedState(
                ((StageMember) source.subscriber()).stage(), ((StageMember) between.subscriber()).stage());
    }

    @Test
    void whatWaitsInBothWaits() {
        source.send(1, 2);
        between.send(3);
        assertThat(both.waiting()).isEqualTo(3);
        assertThat(both.capacity()).isEqualTo(4);
    }

    @Test
    void theUpperOneTellsOfUpstream() {
        assertThat(both.prefetch()).isEqualTo(Long.MAX_VALUE);
        assertThat(both.upstream()).isSameAs(source);
    }

    @Test
    void theLowerOneTellsOfDownstream() {
        receiver.request(7);
        subscriber.request(2);
        assertThat(both.demand()).isEqualTo(2);
        assertThat(both.downstream()).isSameAs(subscriber);
    }

    @Test
    void itIsCancelledWithTheLowerOne() {
        receiver.cancel();
        assertThat(both.isCancelled()).isFalse();
        subscriber.cancel();
        assertThat(both.isCancelled()).isTrue();
    }

    @Test
    void itIsTerminatedWithTheLowerOne() {
        source.complete();
        assertThat(both.isTerminated()).isFalse();
        between.complete();
        assertThat(both.isTerminated()).isTrue();
    }

    @Test
    void anErrorOfEitherIsShown() {
        IllegalStateException above = new IllegalStateException("above");
        IllegalStateException below = new IllegalStateException("below");
        assertThat(both.failure()).isNull();
        source.send(1);
        source.fail(above);
        assertThat(both.failure()).isSameAs(above);
        between.send(1);
        between.fail(below);
        assertThat(both.failure()).isSameAs(below);
    }
}
