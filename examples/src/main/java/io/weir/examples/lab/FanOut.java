package io.weir.examples.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Sends the items of one producer to several subscribers, the same to each.
 *
 * <p>A producer that can wait calls {@link #awaitDemand()} before each {@link #send}. To one that cannot, a subscriber
 * that has asked for too little is lost: its stream fails, since nothing may come without demand (§1.1).
 */
final class FanOut implements Publisher<Object> {
    private final List<Branch> branches = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();

    // Written by any thread.
    private volatile boolean stopped;
    private volatile @Nullable Thread producer;

    @Override
    public void subscribe(Subscriber<? super Object> subscriber) {
        Branch branch = new Branch(subscriber);
        branches.add(branch);
        subscriber.onSubscribe(branch);
    }

    /** How many items were sent. */
    long sent() {
        return sent.get();
    }

    /** Waits until everybody who is left has asked for an item; false when nobody is left or it is to stop. */
    boolean awaitDemand() {
        producer = Thread.currentThread();
        while (!stopped && !branches.isEmpty()) {
            if (branches.stream().allMatch(Branch::hasDemand)) {
                return true;
            }
            LockSupport.park(this);
        }
        return false;
    }

    /** Only for the producer, one call at a time. */
    synchronized void send(Object item) {
        if (!stopped) {
            sent.incrementAndGet();
            for (Branch branch : branches) {
                branch.send(item);
            }
        }
    }

    /** Only for the producer: the items have come to an end, with an error or without. */
    synchronized void end(@Nullable Throwable error) {
        if (!stopped) {
            for (Branch branch : branches) {
                branch.end(error);
            }
        }
    }

    /** Sends nothing more, no end either: what waits downstream keeps waiting. */
    void stop() {
        stopped = true;
        LockSupport.unpark(producer);
        synchronized (this) { // until the item in progress has gone
            branches.clear();
        }
    }

    private final class Branch implements Subscription {
        private final Subscriber<? super Object> subscriber;
        private final AtomicLong demand = new AtomicLong();

        Branch(Subscriber<? super Object> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            if (n <= 0) {
                end(new IllegalArgumentException("§3.9: a request must be positive, was " + n));
                return;
            }
            demand.accumulateAndGet(n, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
            LockSupport.unpark(producer);
        }

        @Override
        public void cancel() {
            branches.remove(this);
            LockSupport.unpark(producer);
        }

        boolean hasDemand() {
            return demand.get() > 0;
        }

        void send(Object item) {
            if (!hasDemand()) {
                end(new IllegalStateException("the source cannot wait, and nobody had asked for the next item"));
                return;
            }
            demand.accumulateAndGet(1, (before, one) -> before == Long.MAX_VALUE ? before : before - one);
            subscriber.onNext(item);
        }

        void end(@Nullable Throwable error) {
            if (branches.remove(this)) {
                if (error == null) {
                    subscriber.onComplete();
                } else {
                    subscriber.onError(error);
                }
            }
        }
    }
}
