package io.weir.benchmarks;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * The subscriber for all libraries: asks for a batch, and for the next when all of it has come. The two that extend it are
 * the same to the eye, and of the kind that a peer trusts.
 */
class Sink implements Subscriber<Integer> {
    private final Blackhole blackhole;
    private final long batch;
    private long left;
    private long received;
    private boolean completed;
    private @Nullable Subscription subscription;

    Sink(Blackhole blackhole, long batch) {
        this.blackhole = blackhole;
        this.batch = batch;
    }

    @Override
    public final void onSubscribe(Subscription s) {
        subscription = s;
        left = batch;
        s.request(batch);
    }

    @Override
    public final void onNext(Integer item) {
        blackhole.consume(item);
        received++;
        if (--left == 0 && subscription != null) {
            left = batch;
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

    /** How many items came; fails if the stream is not at its end. */
    final long received() {
        if (!completed) {
            throw new IllegalStateException("the stream did not complete after " + received + " items");
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
