package io.weir.testkit;

import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Passes every signal on as it is. */
public class PassingSubscriber<T> implements Subscriber<T> {
    private final Subscriber<? super T> next;

    public PassingSubscriber(Subscriber<? super T> next) {
        this.next = next;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        next.onSubscribe(subscription);
    }

    @Override
    public void onNext(T item) {
        next.onNext(item);
    }

    @Override
    public void onError(Throwable error) {
        next.onError(error);
    }

    @Override
    public void onComplete() {
        next.onComplete();
    }
}
