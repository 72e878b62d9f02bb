package io.weir.benchmarks.grid;

import io.weir.spi.Probe;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The work without any protocol: what no operator can be faster than. */
final class Floor {
    private static final Subscription NONE = new Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private Floor() {}

    /** A loop that gives each number to the subscriber. */
    static Publisher<Integer> loop(int count) {
        return subscriber -> {
            subscriber.onSubscribe(NONE);
            for (int i = 0; i < count; i++) {
                subscriber.onNext(NeutralSource.number(i));
            }
            subscriber.onComplete();
        };
    }

    /** The same loop, telling a probe of each number what a stage would. */
    static Publisher<Integer> loop(int count, Probe probe) {
        return subscriber -> {
            Probe told = probe.subscribed("loop");
            subscriber.onSubscribe(NONE);
            for (int i = 0; i < count; i++) {
                Integer number = NeutralSource.number(i);
                told.received(number);
                told.emitted(number);
                subscriber.onNext(number);
            }
            told.completed();
            subscriber.onComplete();
        };
    }

    /** A loop that subscribes to the inner source for each outer item, and passes its items on. */
    static Publisher<Integer> flatten(int count, Publisher<Integer> inner) {
        return subscriber -> {
            subscriber.onSubscribe(NONE);
            for (int i = 0; i < count; i++) {
                inner.subscribe(new Pass(subscriber));
            }
            subscriber.onComplete();
        };
    }

    private record Pass(Subscriber<? super Integer> subscriber) implements Subscriber<Integer> {
        @Override
        public void onSubscribe(Subscription s) {
            s.request(Long.MAX_VALUE);
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
        public void onComplete() {}
    }
}
