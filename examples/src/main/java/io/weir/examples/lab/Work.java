package io.weir.examples.lab;

import io.weir.spi.Cancellable;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The work on one item: begins when the item is requested, and sends it when the time is over. */
final class Work implements Subscription {
    private final Arrival item;
    private final Subscriber<? super Arrival> subscriber;
    private final Works works;
    private volatile @Nullable Cancellable alarm;

    // Guarded by works.
    private boolean begun;
    private boolean over;

    Work(Arrival item, Subscriber<? super Arrival> subscriber, Works works) {
        this.item = item;
        this.subscriber = subscriber;
        this.works = works;
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            if (works.abandon(this)) {
                subscriber.onError(new IllegalArgumentException("§3.9: a request must be positive, was " + n));
            }
        } else if (begin()) {
            if (works.time().isZero()) {
                finish();
            } else {
                alarm = works.timer().schedule(this::finish, works.time());
            }
        }
    }

    private boolean begin() {
        synchronized (works) {
            boolean first = !begun;
            begun = true;
            return first;
        }
    }

    /** Only for {@link Works}: true for the first call. */
    boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }

    private void finish() {
        if (works.done(this)) {
            subscriber.onNext(item);
            subscriber.onComplete();
        }
    }

    @Override
    public void cancel() {
        if (works.abandon(this)) {
            Cancellable pending = alarm;
            if (pending != null) {
                pending.cancel();
            }
        }
    }
}
