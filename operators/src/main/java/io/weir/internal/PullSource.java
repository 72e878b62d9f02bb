package io.weir.internal;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * A source that makes its items when they are asked for, for each subscriber anew. A stage that has the right to emit may take
 * them with no subscription in between.
 */
abstract class PullSource<T> implements Publisher<T> {
    /** The items for one subscriber. What fails in making them ready, they fail with. */
    abstract PullSubscription<T> open();

    @Override
    public final void subscribe(Subscriber<? super T> subscriber) {
        Require.notNull("subscriber", subscriber);
        open().subscribe(subscriber);
    }
}
