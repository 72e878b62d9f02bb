package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FanOutTest {
    private final FanOut fanOut = new FanOut();
    private final Collector<Object> one = new Collector<>();
    private final Collector<Object> other = new Collector<>();

    FanOutTest() {
        fanOut.subscribe(one);
        fanOut.subscribe(other);
    }

    @Test
    void everySubscriberGetsEveryItem() {
        one.request(2);
        other.request(Long.MAX_VALUE);

        fanOut.send("a");
        fanOut.send("b");
        fanOut.end(null);

        assertThat(one.items).containsExactly("a", "b");
        assertThat(other.items).containsExactly("a", "b");
        assertThat(one.completed && other.completed).isTrue();
        assertThat(fanOut.sent()).isEqualTo(2);
    }

    @Test
    void nobodyGetsMoreThanWasAskedFor() {
        one.request(1);
        other.request(2);

        fanOut.send("a");
        fanOut.send("b");

        assertThat(one.items).containsExactly("a");
        assertThat(one.error).hasMessageContaining("cannot wait");
        assertThat(other.items).containsExactly("a", "b");
    }

    @Test
    void aProducerThatCanWaitsForTheSlowest() throws InterruptedException {
        other.request(1);
        Thread producer = Threads.daemon("producer", () -> {
            if (fanOut.awaitDemand()) {
                fanOut.send("a");
            }
        });
        producer.start();
        assertThat(other.items).isEmpty();

        one.request(1);
        producer.join();

        assertThat(one.items).containsExactly("a");
        assertThat(other.items).containsExactly("a");
    }

    @Test
    void aProducerDoesNotWaitForWhoHasLeft() {
        other.request(1);
        one.cancel();

        assertThat(fanOut.awaitDemand()).isTrue();
        other.cancel();
        assertThat(fanOut.awaitDemand()).isFalse();
    }

    @Test
    void sendsNeitherItemsNorAnEndWhenStopped() {
        one.request(5);
        fanOut.stop();

        fanOut.send("a");
        fanOut.end(null);

        assertThat(fanOut.awaitDemand()).isFalse();
        assertThat(one.items).isEmpty();
        assertThat(one.completed).isFalse();
        assertThat(fanOut.sent()).isZero();
    }

    @Test
    void aRequestThatIsNotPositiveFails() {
        one.request(0);

        assertThat(one.error).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("§3.9");
        assertThat(other.error).isNull();
    }
}
