package io.weir.benchmarks.grid;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jctools.queues.varhandle.SpscVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A subscriber that needs its time for each item, on a thread of its own: {@code onNext} only hands the item over, whichever
 * thread calls it, and {@link #consume()} works on it. When it has worked on all of a batch it asks for the next, so the
 * hand-over never holds more than a batch.
 */
final class WorkingSink implements Subscriber<Integer> {
    private static final int BATCH = BatchSink.BATCH;
    private static final long WORK_TOKENS = 2_000; // some microseconds

    private final Queue<Integer> handedOver = new SpscVarHandleArrayQueue<>(BATCH);
    private final AtomicLong delivered = new AtomicLong();
    private @Nullable Subscription subscription;
    private volatile boolean ended;
    private volatile @Nullable Throwable error;

    // Owned by the consumer, then by those who have seen the end.
    private int newest = -1;

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
    }

    @Override
    public void onNext(Integer item) {
        if (!handedOver.offer(item)) {
            error = new IllegalStateException("more came than was asked for");
        }
    }

    @Override
    public void onError(Throwable cause) {
        error = cause;
        ended = true;
    }

    @Override
    public void onComplete() {
        ended = true;
    }

    /** What the consumer's thread does, until the stream ends. */
    void consume() {
        Subscription upstream = subscription;
        if (upstream == null) {
            throw new IllegalStateException("nobody gave a subscription");
        }
        Wait wait = Wait.upTo("an item");
        int left = 0;
        while (true) {
            if (left == 0) {
                left = BATCH;
                upstream.request(BATCH);
            }
            boolean last = ended; // read before the queue: no item is overlooked
            Integer item = handedOver.poll();
            if (item != null) {
                wait.over();
                work(item);
                left--;
            } else if (last) {
                return;
            } else {
                wait.turn();
            }
        }
    }

    private void work(int number) {
        if (number <= newest) {
            throw new IllegalStateException("number " + number + " came after number " + newest);
        }
        newest = number;
        Blackhole.consumeCPU(WORK_TOKENS);
        delivered.lazySet(delivered.getPlain() + 1);
    }

    /** How many items have been worked on; any thread may ask, at any time. */
    long delivered() {
        return delivered.get();
    }

    /** The item that was worked on last; -1 if none was. To be asked when {@link #consume()} is done. */
    int newest() {
        return newest;
    }

    /** Fails if the stream has. */
    void check() {
        Throwable cause = error;
        if (cause != null) {
            throw new IllegalStateException("the stream failed after " + delivered() + " items", cause);
        }
    }
}
