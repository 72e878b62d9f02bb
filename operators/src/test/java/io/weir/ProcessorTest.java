package io.weir;

import static io.weir.Operators.buffer;
import static io.weir.Operators.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.Race;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Processor;

class ProcessorTest {
    private final Processor<Integer, Integer> processor = buffer(2).processor();
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.requesting(10);

    @Test
    void itPassesOnWhatItIsSubscribedTo() {
        source.subscribe(processor);
        processor.subscribe(subscriber);
        source.send(1, 2, 3);
        source.complete();
        assertThat(subscriber.items()).containsExactly(1, 2, 3);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void theSubscriberMayComeFirst() {
        processor.subscribe(subscriber);
        assertThat(subscriber.subscription()).isNull();
        source.subscribe(processor);
        source.send(1);
        assertThat(subscriber.items()).containsExactly(1);
    }

    @Test
    void anEndBeforeTheSubscriberComesIsKept() {
        source.subscribe(processor);
        source.complete();
        processor.subscribe(subscriber);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void anErrorBeforeTheSubscriberComesIsKept() {
        Processor<Integer, String> typed = map((Integer n) -> "n" + n).processor();
        TestSubscriber<String> receiver = TestSubscriber.create();
        IllegalStateException error = new IllegalStateException("early");
        source.subscribe(typed);
        source.fail(error);
        typed.subscribe(receiver);
        assertThat(receiver.error()).isSameAs(error);
    }

    @Test
    void anEndThatMeetsTheSubscriberIsNotLost() {
        for (int i = 0; i < 1_000; i++) {
            Processor<Integer, Integer> meeting = buffer(2).processor();
            TestSource<Integer> upstream = new TestSource<>();
            TestSubscriber<Integer> downstream = TestSubscriber.create();
            upstream.subscribe(meeting);
            Race.between(upstream::complete, () -> meeting.subscribe(downstream));
            assertThat(downstream.isCompleted()).as("round %s", i).isTrue();
            assertThat(downstream.breaches()).isEmpty();
        }
    }

    @Test
    void aSecondSubscriberIsTurnedAway() {
        source.subscribe(processor);
        processor.subscribe(subscriber);
        TestSubscriber<Integer> second = TestSubscriber.requesting(1);
        processor.subscribe(second);
        assertThat(second.error()).isInstanceOf(IllegalStateException.class).hasMessageContaining("one subscriber");
        source.send(1);
        assertThat(subscriber.items()).containsExactly(1);
    }

    @Test
    void aSecondUpstreamIsCancelled() {
        TestSource<Integer> second = new TestSource<>();
        source.subscribe(processor);
        second.subscribe(processor);
        assertThat(second.isCancelled()).isTrue();
        assertThat(source.isCancelled()).isFalse();
    }

    @Test
    void everyProcessorIsNew() {
        assertThat(buffer(2).<Integer>processor()).isNotSameAs(processor);
    }
}
