package io.weir.internal;

import org.reactivestreams.Subscriber;

/** How a publisher turns a subscriber away (§1.9: onSubscribe comes first). What no stream can carry is thrown. */
final class Rejection {
    private Rejection() {}

    static void reject(Subscriber<?> subscriber, Throwable error) {
        Faults.rethrowFatal(error);
        subscriber.onSubscribe(Subscriptions.NONE);
        subscriber.onError(error);
    }
}
