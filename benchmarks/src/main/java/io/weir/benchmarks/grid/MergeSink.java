package io.weir.benchmarks.grid;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * The subscriber of a stream that comes on several threads: asks for everything, counts and adds up what comes. Who waits for
 * the end sleeps, since the cores belong to the threads that send.
 */
class MergeSink implements Subscriber<Integer> {
    private static final int LINE = 32; // longs on either side: more than a pair of cache lines
    private static final int RECEIVED = LINE;
    private static final int SUM = LINE + 1;

    private final CountDownLatch end = new CountDownLatch(1);

    // Owned by whoever signals, then by those who have seen the end. No operator's fields lie in the same cache lines.
    private final long[] counted = new long[2 * LINE];
    private @Nullable Throwable error;

    @Override
    public final void onSubscribe(Subscription s) {
        s.request(Long.MAX_VALUE);
    }

    @Override
    public final void onNext(Integer item) {
        counted[RECEIVED]++;
        counted[SUM] += item;
    }

    @Override
    public final void onError(Throwable cause) {
        error = cause;
        end.countDown();
    }

    @Override
    public final void onComplete() {
        end.countDown();
    }

    /** Waits for the end; how many items came. Fails unless they are so many and add up to this sum. */
    final long awaitAll(long items, long expectedSum) {
        boolean ended = false;
        try {
            ended = end.await(Wait.LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long received = counted[RECEIVED];
        long sum = counted[SUM];
        if (!ended) {
            throw new IllegalStateException("waited in vain for the end of the stream");
        }
        if (error != null) {
            throw new IllegalStateException("the stream failed after " + received + " items", error);
        }
        if (received != items || sum != expectedSum) {
            throw new IllegalStateException("there were " + items + " items to come, adding up to " + expectedSum
                    + "; there came " + received + ", adding up to " + sum);
        }
        return received;
    }

    static final class OfReactor extends MergeSink implements CoreSubscriber<Integer> {}

    static final class OfRxJava extends MergeSink implements FlowableSubscriber<Integer> {}
}
