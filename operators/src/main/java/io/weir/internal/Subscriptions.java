package io.weir.internal;

import org.reactivestreams.Subscription;

/** Subscriptions that do nothing. */
enum Subscriptions implements Subscription {
    /** For a stream that never had a subscription. */
    NONE,
    /** In place of one that was cancelled, or must be as soon as it comes. */
    CANCELLED;

    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
}
