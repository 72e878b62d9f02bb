package io.weir.stress;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A publisher for one subscriber, driven by hand. It sends what it is told to, and remembers what it was asked for. */
final class Hand implements Publisher<Object>, Subscription {
    // Written by any thread.
    private final Total asked = new Total();
    private boolean cancelled; // plain: no fence of the test's

    // Owned by whoever drives it.
    private @Nullable Subscriber<? super Object> stage;
    private long sent;
    private boolean ended;

    @Override
    public void subscribe(Subscriber<? super Object> subscriber) {
        stage = subscriber;
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        asked.add(n);
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    void send(Object item) {
        sent++;
        stage().onNext(item);
    }

    void complete() {
        ended = true;
        stage().onComplete();
    }

    void fail(Throwable error) {
        ended = true;
        stage().onError(error);
    }

    /** True while it may signal: it is subscribed to, and neither cancelled nor at its end. */
    boolean isActive() {
        return stage != null && !ended && !cancelled;
    }

    /** How many items it may send; {@code Long.MAX_VALUE} if it may send as many as it likes. */
    long mayStillSend() {
        long all = asked.get();
        return all == Long.MAX_VALUE ? all : all - sent;
    }

    private Subscriber<? super Object> stage() {
        if (stage == null) {
            throw new IllegalStateException("nobody has subscribed");
        }
        return stage;
    }
}
