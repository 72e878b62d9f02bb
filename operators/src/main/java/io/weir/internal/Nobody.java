package io.weir.internal;

import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Stands where a subscriber was that must be forgotten (§3.13). */
final class Nobody implements Subscriber<Object> {
    private static final Nobody INSTANCE = new Nobody();

    private Nobody() {}

    @SuppressWarnings("unchecked") // it takes anything
    static <R> Subscriber<? super R> instance() {
        return (Subscriber<? super R>) INSTANCE;
    }

    @Override
    public void onSubscribe(Subscription subscription) {}

    @Override
    public void onNext(Object item) {}

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onComplete() {}
}
