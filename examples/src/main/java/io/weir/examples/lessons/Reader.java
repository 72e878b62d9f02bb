package io.weir.examples.lessons;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A subscriber that asks when it is told to: by the program of a lesson, or by what it does with each item. */
final class Reader<T> implements Subscriber<T> {
    private final Consumer<? super Reader<T>> onItem;
    private @Nullable Subscription subscription;
    private int items;

    /** A reader that does this after each item. */
    Reader(Consumer<? super Reader<T>> onItem) {
        this.onItem = onItem;
    }

    void request(long n) {
        upstream().request(n);
    }

    void cancel() {
        upstream().cancel();
    }

    /** How many items it has got. */
    int items() {
        return items;
    }

    private Subscription upstream() {
        Subscription upstream = subscription;
        if (upstream == null) {
            throw new IllegalStateException("the reader must subscribe to something before it can ask");
        }
        return upstream;
    }

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
    }

    @Override
    public void onNext(T item) {
        items++;
        onItem.accept(this);
    }

    @Override
    public void onError(Throwable error) {
        // the stage above has been recorded
    }

    @Override
    public void onComplete() {
        // the stage above has been recorded
    }
}
