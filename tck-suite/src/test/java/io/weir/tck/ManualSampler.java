package io.weir.tck;

import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Sends an item to all of its subscribers when it is told to. They have to ask for an unbounded number. */
final class ManualSampler implements Publisher<Object> {
    private static final Object TICK = "tick";

    private final CopyOnWriteArrayList<Subscriber<? super Object>> subscribers = new CopyOnWriteArrayList<>();

    @Override
    public void subscribe(Subscriber<? super Object> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                subscribers.add(subscriber);
            }

            @Override
            public void cancel() {
                subscribers.remove(subscriber);
            }
        });
    }

    void tick() {
        subscribers.forEach(subscriber -> subscriber.onNext(TICK));
    }
}
