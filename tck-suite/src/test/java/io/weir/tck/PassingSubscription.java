package io.weir.tck;

import org.reactivestreams.Subscription;

/** Passes every call on as it is. */
class PassingSubscription implements Subscription {
    private final Subscription next;

    PassingSubscription(Subscription next) {
        this.next = next;
    }

    @Override
    public void request(long n) {
        next.request(n);
    }

    @Override
    public void cancel() {
        next.cancel();
    }
}
