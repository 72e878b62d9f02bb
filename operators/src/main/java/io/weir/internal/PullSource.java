package io.weir.internal;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * A source that makes its items when they are asked for, for each subscriber anew. A stage that has the right to emit may take
 * them with no subscription in between.
 */
abstract class PullSource<T> implements Publisher<T> {
    /** The items for one subscriber. */
    abstract PullSubscription<T> open() throws Throwable;

    @Override
    public final void subscribe(Subscriber<? super T> subscriber) {
        Require.notNull("subscriber", subscriber);
        PullSubscription<T> items;
        try {
            items = open();
        } catch (Throwable t) {
            Rejection.reject(subscriber, t);
            return;
        }
        items.subscribe(subscriber);
    }
}
