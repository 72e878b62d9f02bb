package io.weir.examples.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Lets a stream through until it is shut; then its producer is cancelled, and downstream hears nothing more. */
final class Valve<T> implements Publisher<T> {
    private final Publisher<T> source;
    private final List<Passage> passages = new CopyOnWriteArrayList<>();

    Valve(Publisher<T> source) {
        this.source = source;
    }

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        Passage passage = new Passage(subscriber);
        passages.add(passage);
        source.subscribe(passage);
    }

    /** Returns when the signal in progress has passed. */
    void shut() {
        passages.forEach(Passage::shut);
    }

    private final class Passage implements Subscriber<T> {
        private final Subscriber<? super T> subscriber;
        private boolean shut; // guarded by this, as every signal is
        private volatile @Nullable Subscription upstream;

        Passage(Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        void shut() {
            synchronized (this) {
                shut = true;
            }
            Subscription s = upstream;
            if (s != null) {
                s.cancel();
            }
        }

        @Override
        public void onSubscribe(Subscription s) {
            upstream = s;
            subscriber.onSubscribe(s);
        }

        @Override
        public synchronized void onNext(T item) {
            if (!shut) {
                subscriber.onNext(item);
            }
        }

        @Override
        public synchronized void onError(Throwable error) {
            if (!shut) {
                subscriber.onError(error);
            }
        }

        @Override
        public synchronized void onComplete() {
            if (!shut) {
                subscriber.onComplete();
            }
        }
    }
}
