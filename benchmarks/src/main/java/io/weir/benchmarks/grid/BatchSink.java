package io.weir.benchmarks.grid;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * The subscriber of a stream between two threads. Its own thread does {@link #consume()}: it asks for a batch, waits until
 * all of it has come, and asks for the next, if it may. What comes is counted where {@code onNext} is called, which a stream
 * may do on the producer's thread, or on this one within {@code request}.
 *
 * <p>Items are numbers that must grow. What the threads tell one another stands in cache lines of its own and is written once
 * a batch, so that those who look at it disturb nobody who counts. The two that extend it are the same to the eye, and of
 * the kind that a peer trusts.
 */
class BatchSink implements Subscriber<Integer> {
    static final int BATCH = 128;

    private static final long ENDED = Long.MAX_VALUE;

    // Where what is told stands: more than a pair of cache lines apart.
    private static final int LINE = 32;
    private static final int COME = LINE; // batches that have come; written by whoever signals
    private static final int ASKED = 2 * LINE; // requests that were made; written by the consumer
    private static final int ALLOWED = 3 * LINE; // requests that may be made; written by the producer

    // The same for what is counted: owned by whoever signals, then by those who have seen the end.
    private static final int RECEIVED = LINE;
    private static final int NEWEST = LINE + 1;
    private static final int OUT_OF_ORDER = LINE + 2;

    private final IntConsumer arrived;
    private final AtomicLongArray told = new AtomicLongArray(4 * LINE);
    private final long[] counted = new long[2 * LINE];
    private @Nullable Subscription subscription;
    private @Nullable Throwable error;

    private BatchSink(IntConsumer arrived) {
        this.arrived = arrived;
        counted[NEWEST] = -1;
    }

    @Override
    public final void onSubscribe(Subscription s) {
        subscription = s;
    }

    @Override
    public final void onNext(Integer item) {
        long[] count = counted;
        int number = item;
        if (number <= count[NEWEST]) {
            count[OUT_OF_ORDER]++;
        }
        count[NEWEST] = number;
        long received = ++count[RECEIVED];
        arrived.accept(number);
        if (received % BATCH == 0) {
            told.set(COME, received / BATCH);
        }
    }

    @Override
    public final void onError(Throwable cause) {
        error = cause;
        told.set(COME, ENDED);
    }

    @Override
    public final void onComplete() {
        told.set(COME, ENDED);
    }

    /** What the consumer's thread does, until the stream ends. */
    final void consume() {
        Subscription upstream = subscription;
        if (upstream == null) {
            throw new IllegalStateException("nobody gave a subscription");
        }
        AtomicLongArray seen = told;
        Wait wait = Wait.upTo("a batch");
        long asked = 0;
        while (true) {
            long batches = seen.get(COME);
            if (batches == ENDED) {
                return;
            }
            if (batches == asked && asked < seen.get(ALLOWED)) {
                upstream.request(BATCH);
                asked++;
                seen.set(ASKED, asked);
                wait.over();
            } else {
                wait.turn();
            }
        }
    }

    /** Lets the consumer make so many requests in all. */
    final void allow(long requests) {
        told.set(ALLOWED, requests);
    }

    final void allowAll() {
        allow(Long.MAX_VALUE);
    }

    /** Waits until so many requests have been made, or the stream has ended. */
    final void awaitAsked(long requests) {
        Wait.until(() -> told.get(ASKED) >= requests || hasEnded(), "a request");
    }

    /** Waits until so many items have come, counted in whole batches, or the stream has ended. */
    final void awaitCome(long items) {
        Wait.until(() -> told.get(COME) >= Math.floorDiv(items + BATCH - 1, BATCH), "the consumer");
    }

    final boolean hasEnded() {
        return told.get(COME) == ENDED;
    }

    /** How many items came; fails if the stream has not completed, or if they were out of order. */
    final long received() {
        if (!hasEnded()) {
            throw new IllegalStateException("the stream has not ended");
        }
        long received = counted[RECEIVED];
        if (error != null) {
            throw new IllegalStateException("the stream failed after " + received + " items", error);
        }
        if (counted[OUT_OF_ORDER] != 0) {
            throw new IllegalStateException("items came twice or out of order");
        }
        return received;
    }

    /** The item that came last; -1 if none did. */
    final long newest() {
        return counted[NEWEST];
    }

    /** One of the kind that this contender is to meet. */
    static BatchSink of(String by) {
        return of(by, number -> {});
    }

    /** The same, which tells somebody of each item that arrives. */
    static BatchSink of(String by, IntConsumer arrived) {
        return switch (by) {
            case "reactor native" -> new OfReactor(arrived);
            case "rxjava native" -> new OfRxJava(arrived);
            default -> new BatchSink(arrived);
        };
    }

    private static final class OfReactor extends BatchSink implements CoreSubscriber<Integer> {
        OfReactor(IntConsumer arrived) {
            super(arrived);
        }
    }

    private static final class OfRxJava extends BatchSink implements FlowableSubscriber<Integer> {
        OfRxJava(IntConsumer arrived) {
            super(arrived);
        }
    }
}
