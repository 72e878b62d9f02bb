package io.weir.benchmarks;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A source that waits for nobody: it sends when it is told to, on the thread that tells it to, to whoever subscribed last. It
 * may, since it only sends to subscribers that have asked for everything (§1.1), which is what stands behind it does at once.
 * All else is up to the thread that produces.
 */
final class HotSource implements Publisher<Integer> {
    private @Nullable Line line;

    @Override
    public void subscribe(Subscriber<? super Integer> subscriber) {
        Line next = new Line(subscriber);
        line = next;
        subscriber.onSubscribe(next);
    }

    /** Sends the item; false if nobody asks for it. */
    boolean emit(Integer item) {
        Line to = line;
        if (to == null || !to.open) {
            return false;
        }
        to.subscriber.onNext(item);
        return true;
    }

    void complete() {
        Line to = line;
        if (to != null && to.open) {
            to.open = false;
            to.subscriber.onComplete();
        }
    }

    private static final class Line implements Subscription {
        private final Subscriber<? super Integer> subscriber;
        private volatile boolean open;

        Line(Subscriber<? super Integer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            if (n != Long.MAX_VALUE) {
                throw new IllegalStateException("all or nothing: request(" + n + ")");
            }
            open = true;
        }

        @Override
        public void cancel() {
            open = false;
        }
    }
}
