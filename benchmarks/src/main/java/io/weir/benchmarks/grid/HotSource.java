package io.weir.benchmarks.grid;

import java.util.concurrent.atomic.AtomicReferenceArray;
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
    private static final int LINE = 64; // references on either side: more than a pair of cache lines

    private final AtomicReferenceArray<@Nullable Subscriber<? super Integer>> receiver =
            new AtomicReferenceArray<>(2 * LINE);

    @Override
    public void subscribe(Subscriber<? super Integer> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                if (n != Long.MAX_VALUE) {
                    throw new IllegalStateException("all or nothing: request(" + n + ")");
                }
                receiver.set(LINE, subscriber);
            }

            @Override
            public void cancel() {
                receiver.compareAndSet(LINE, subscriber, null);
            }
        });
    }

    /** Sends the item; false if nobody asks for it. */
    boolean emit(Integer item) {
        Subscriber<? super Integer> subscriber = receiver.get(LINE);
        if (subscriber == null) {
            return false;
        }
        subscriber.onNext(item);
        return true;
    }

    void complete() {
        Subscriber<? super Integer> subscriber = receiver.getAndSet(LINE, null);
        if (subscriber != null) {
            subscriber.onComplete();
        }
    }
}
