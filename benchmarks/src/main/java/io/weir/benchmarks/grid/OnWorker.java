package io.weir.benchmarks.grid;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A source whose signals all come on a worker's thread. Subscribing and requests are tasks for the worker, which does one at a
 * time, so that {@code onSubscribe} is over before the first item comes (§1.3).
 */
record OnWorker(Publisher<Integer> source, Worker worker) implements Publisher<Integer> {
    @Override
    public void subscribe(Subscriber<? super Integer> subscriber) {
        worker.execute(() -> source.subscribe(new Moved(subscriber, worker)));
    }

    private record Moved(Subscriber<? super Integer> subscriber, Worker worker) implements Subscriber<Integer> {
        @Override
        public void onSubscribe(Subscription s) {
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long n) {
                    worker.execute(() -> s.request(n));
                }

                @Override
                public void cancel() {
                    s.cancel();
                }
            });
        }

        @Override
        public void onNext(Integer item) {
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable error) {
            subscriber.onError(error);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
