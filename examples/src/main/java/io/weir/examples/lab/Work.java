package io.weir.examples.lab;

import io.weir.spi.Cancellable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The work on one item: begins when the item is requested, and sends it when the time is over. */
final class Work implements Subscription {
    private enum Phase {
        NEW,
        BEGUN,
        OVER
    }

    private final Arrival item;
    private final Subscriber<? super Arrival> subscriber;
    private final Works works;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.NEW);
    private volatile @Nullable Cancellable alarm;

    Work(Arrival item, Subscriber<? super Arrival> subscriber, Works works) {
        this.item = item;
        this.subscriber = subscriber;
        this.works = works;
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            refuse(n);
        } else if (phase.compareAndSet(Phase.NEW, Phase.BEGUN)) {
            if (works.time().isZero()) {
                finish();
            } else {
                alarm = works.timer().schedule(this::finish, works.time());
            }
        }
    }

    private void finish() {
        if (phase.compareAndSet(Phase.BEGUN, Phase.OVER)) {
            works.done();
            subscriber.onNext(item);
            subscriber.onComplete();
        }
    }

    private void refuse(long n) {
        if (phase.getAndSet(Phase.OVER) != Phase.OVER) {
            works.abandon();
            subscriber.onError(new IllegalArgumentException("§3.9: a request must be positive, was " + n));
        }
    }

    @Override
    public void cancel() {
        if (phase.getAndSet(Phase.OVER) != Phase.OVER) {
            works.abandon();
            Cancellable pending = alarm;
            if (pending != null) {
                pending.cancel();
            }
        }
    }
}
