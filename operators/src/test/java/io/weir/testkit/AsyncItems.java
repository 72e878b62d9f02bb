package io.weir.testkit;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Sends a list of items on the threads of an executor, as they are requested, then completes. Keeps to the rules. */
public record AsyncItems<T>(List<? extends T> items, Executor executor) implements Publisher<T> {
    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        subscriber.onSubscribe(new Sending(subscriber));
    }

    private final class Sending implements Subscription {
        private final Subscriber<? super T> subscriber;
        private final AtomicLong requested = new AtomicLong();
        private final AtomicInteger missed = new AtomicInteger();
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private int sent; // owned by whoever raised `missed` from 0
        private boolean ended;

        Sending(Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            requested.accumulateAndGet(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
            if (missed.getAndIncrement() == 0) {
                executor.execute(this::send);
            }
        }

        @Override
        public void cancel() {
            cancelled.set(true);
        }

        private void send() {
            int seen = missed.get();
            do {
                while (!cancelled.get() && !ended && sent < items.size() && sent < requested.get()) {
                    subscriber.onNext(items.get(sent++));
                }
                if (!cancelled.get() && !ended && sent == items.size()) {
                    ended = true;
                    subscriber.onComplete();
                }
                seen = missed.addAndGet(-seen);
            } while (seen != 0);
        }
    }
}
