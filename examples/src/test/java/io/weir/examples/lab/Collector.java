package io.weir.examples.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A subscriber that keeps what it gets and asks for nothing by itself. */
final class Collector<T> implements Subscriber<T> {
    final List<T> items = new CopyOnWriteArrayList<>();
    volatile boolean completed;
    volatile Throwable error;
    private volatile Subscription subscription;

    void request(long n) {
        subscription.request(n);
    }

    void cancel() {
        subscription.cancel();
    }

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
    }

    @Override
    public void onNext(T item) {
        items.add(item);
    }

    @Override
    public void onError(Throwable t) {
        error = t;
    }

    @Override
    public void onComplete() {
        completed = true;
    }
}
