package io.weir;

import static io.weir.Operators.buffer;
import static io.weir.Operators.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.Race;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Processor;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

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
    void upstreamIsAskedOnlyWhenTheSubscriberHasItsSubscription() {
        Processor<Integer, Integer> typed = map((Integer n) -> n).processor();
        source.subscribe(typed);
        TestSubscriber<Integer> late = TestSubscriber.create();
        late.onSubscribe(s -> {
            s.request(2);
            s.request(1);
            assertThat(source.requested()).isZero();
        });
        typed.subscribe(late);
        assertThat(source.requested()).isEqualTo(3);
        late.request(1);
        assertThat(source.requested()).isEqualTo(4);
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

    /** An operator that leaves all to its source. */
    private static final Operator<Integer, Integer> NOTHING = new Operator<>() {
        @Override
        public Publisher<Integer> apply(Publisher<Integer> source) {
            return source;
        }

        @Override
        public long mostWaiting() {
            return 0;
        }
    };

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aRequestThatIsNotPositiveReachesUpstreamAsItIs(long n) {
        Processor<Integer, Integer> bare = NOTHING.processor();
        List<Long> asked = new ArrayList<>();
        bare.onSubscribe(new Subscription() {
            @Override
            public void request(long amount) {
                asked.add(amount);
            }

            @Override
            public void cancel() {}
        });
        TestSubscriber<Integer> asking = TestSubscriber.create();
        asking.onSubscribe(s -> {
            s.request(5);
            s.request(n);
            s.request(3);
        });
        bare.subscribe(asking);
        assertThat(asked).containsExactly(n);
    }

    @Test
    void anUpstreamThatForgetsOnSubscribeStillEndsTheStreamProperly() {
        IllegalStateException error = new IllegalStateException("forgetful");
        processor.subscribe(subscriber);
        processor.onError(error);
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.breaches()).isEmpty();
        TestSubscriber<Integer> late = TestSubscriber.create();
        Processor<Integer, Integer> other = buffer(2).processor();
        other.onComplete();
        other.subscribe(late);
        assertThat(late.isCompleted()).isTrue();
        assertThat(late.breaches()).isEmpty();
    }
}
