package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;

@Timeout(20)
class SlowConsumerTest {
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    private record Request(long n, Thread thread, long at) {}

    private final Subscription subscription = new Subscription() {
        @Override
        public void request(long n) {
            requests.add(new Request(n, Thread.currentThread(), System.nanoTime()));
        }

        @Override
        public void cancel() {}
    };

    @Test
    void asksForTheNextItemOnItsOwnThreadWhenTheTimeIsOver() throws InterruptedException {
        SlowConsumer consumer = new SlowConsumer("test", Duration.ofMillis(20));
        consumer.onSubscribe(subscription);
        Request first = requests.take();

        consumer.onNext(new Arrival("a"));
        Request second = requests.take();

        assertThat(first.n()).isEqualTo(1);
        assertThat(second.n()).isEqualTo(1);
        assertThat(second.thread()).isNotSameAs(Thread.currentThread());
        assertThat(second.at() - first.at()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
    }

    @Test
    void stopsInTheMiddleOfItsWorkAndAsksForNoMore() throws InterruptedException {
        SlowConsumer consumer = new SlowConsumer("test", Duration.ofHours(1));
        consumer.onSubscribe(subscription);
        requests.take();
        consumer.onNext(new Arrival("a"));

        consumer.stop();
        consumer.awaitRest();

        assertThat(requests).isEmpty();
    }

    @Test
    void tellsHowTheStreamEnded() {
        SlowConsumer consumer = new SlowConsumer("test", Duration.ZERO);
        RuntimeException error = new RuntimeException("boom");
        consumer.onError(error);

        assertThat(consumer.end()).isCompletedWithValue(Optional.of(error));
    }
}
