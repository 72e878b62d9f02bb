package io.weir.benchmarks;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * The subscriber of a stream between two threads. Its own thread does {@link #consume()}: it asks for a batch, waits until
 * all of it has come, and asks for the next. What comes is counted where {@code onNext} is called, which a stream may do
 * on the producer's thread, or on this one within {@code request}.
 *
 * <p>Items are numbers that must grow. How many batches have come is told to the other threads in a cache line of its own, once
 * a batch, so that those who look at it disturb nobody who counts. The two that extend it are the same to the eye, and of
 * the kind that a peer trusts.
 */
class BatchSink implements Subscriber<Integer> {
    static final int BATCH = 128;

    private static final int LINE = 32; // longs on either side: more than a pair of cache lines
    private static final long ENDED = Long.MAX_VALUE;

    private final AtomicLongArray batches = new AtomicLongArray(2 * LINE);
    private @Nullable Subscription subscription;
    private volatile boolean consuming;

    // Owned by whoever signals, then by those who have seen the end.
    private int left = BATCH;
    private long complete;
    private long received;
    private int newest = -1;
    private boolean inOrder = true;
    private @Nullable Throwable error;

    @Override
    public final void onSubscribe(Subscription s) {
        subscription = s;
    }

    @Override
    public final void onNext(Integer item) {
        int number = item;
        inOrder &= number > newest;
        newest = number;
        received++;
        arrived(number);
        if (--left == 0) {
            left = BATCH;
            batches.set(LINE, ++complete);
        }
    }

    /** Told of every item; for those who want to know more than how many there are. */
    void arrived(int number) {}

    @Override
    public final void onError(Throwable cause) {
        error = cause;
        batches.set(LINE, ENDED);
    }

    @Override
    public final void onComplete() {
        batches.set(LINE, ENDED);
    }

    /** What the consumer's thread does, until the stream ends. */
    final void consume() {
        Subscription upstream = subscription;
        if (upstream == null) {
            throw new IllegalStateException("nobody gave a subscription");
        }
        AtomicLongArray arrived = batches;
        Wait wait = Wait.upTo("a batch");
        long asked = 0;
        consuming = true;
        while (true) {
            long come = arrived.get(LINE);
            if (come == asked) {
                asked++;
                wait.over();
                upstream.request(BATCH);
            } else if (come == ENDED) {
                return;
            } else {
                wait.turn();
            }
        }
    }

    /** Waits until the consumer's thread is there; else a fast producer might be done before the first request. */
    final void awaitConsumer() {
        Wait.until(() -> consuming, "the consumer's thread");
    }

    final boolean hasEnded() {
        return batches.get(LINE) == ENDED;
    }

    /** Waits until so many items have come; those of whole batches count. */
    final void awaitConsumed(long items) {
        if (items > 0 && consumed() < items) {
            Wait.until(() -> consumed() >= items, "the consumer");
        }
    }

    private long consumed() {
        long come = batches.get(LINE);
        return come == ENDED ? ENDED : come * BATCH;
    }

    /** How many items came; fails if the stream has not completed, or if they were out of order. */
    final long received() {
        if (!hasEnded()) {
            throw new IllegalStateException("the stream has not ended");
        }
        if (error != null) {
            throw new IllegalStateException("the stream failed after " + received + " items", error);
        }
        if (!inOrder) {
            throw new IllegalStateException("items came twice or out of order");
        }
        return received;
    }

    /** The item that came last; -1 if none did. */
    final int newest() {
        return newest;
    }

    static final class OfReactor extends BatchSink implements CoreSubscriber<Integer> {}

    static final class OfRxJava extends BatchSink implements FlowableSubscriber<Integer> {}
}
