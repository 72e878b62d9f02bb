package io.weir.benchmarks.grid;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * The subscriber for all libraries: asks for a batch, and for the next when all of it has come. The two that extend it are
 * the same to the eye, and of the kind that a peer trusts.
 *
 * <p>Unbounded demand needs no count, and a count is more work than some operators do: so there is none, but in tests, which
 * run every contender.
 */
class Sink implements Subscriber<Integer> {
    static boolean alwaysCounts;

    private final Blackhole blackhole;
    private final long batch;
    private final boolean counts;
    private long received;
    private long due; // when so many have come, the next batch is requested
    private boolean completed;
    private @Nullable Subscription subscription;

    Sink(Blackhole blackhole, long batch) {
        this.blackhole = blackhole;
        this.batch = batch;
        this.counts = alwaysCounts || batch != Long.MAX_VALUE;
    }

    @Override
    public final void onSubscribe(Subscription s) {
        subscription = s;
        due = batch;
        s.request(batch);
    }

    @Override
    public final void onNext(Integer item) {
        blackhole.consume(item);
        if (counts && ++received == due && subscription != null) {
            due += batch;
            subscription.request(batch);
        }
    }

    @Override
    public final void onError(Throwable error) {
        throw new IllegalStateException("the stream failed", error);
    }

    @Override
    public final void onComplete() {
        completed = true;
    }

    final boolean counts() {
        return counts;
    }

    /** How many items came, if they are counted; fails if the stream is not at its end. */
    final long received() {
        if (!completed) {
            throw new IllegalStateException("the stream did not complete");
        }
        return received;
    }

    static final class OfReactor extends Sink implements CoreSubscriber<Integer> {
        OfReactor(Blackhole blackhole, long batch) {
            super(blackhole, batch);
        }
    }

    static final class OfRxJava extends Sink implements FlowableSubscriber<Integer> {
        OfRxJava(Blackhole blackhole, long batch) {
            super(blackhole, batch);
        }
    }
}
