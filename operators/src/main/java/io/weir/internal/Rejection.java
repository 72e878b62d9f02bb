package io.weir.internal;

import org.reactivestreams.Subscriber;

/** How a publisher turns a subscriber away (§1.9: onSubscribe comes first). */
final class Rejection {
    private Rejection() {}

    static void reject(Subscriber<?> subscriber, Throwable error) {
        subscriber.onSubscribe(Subscriptions.NONE);
        subscriber.onError(error);
    }
}
