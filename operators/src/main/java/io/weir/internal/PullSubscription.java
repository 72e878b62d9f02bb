package io.weir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A source that makes each item when it is asked for, on the thread that asks.
 *
 * <p>Emission runs in the drain loop; a request from within {@code onNext} only adds to the demand (§3.3).
 */
abstract class PullSubscription<T> extends DrainLoop implements Subscription {
    private static final VarHandle REQUESTED =
            Atomics.field(MethodHandles.lookup(), PullSubscription.class, "requested", long.class);

    // Written by any thread.
    private volatile long requested;
    private volatile boolean stopped; // cancelled, or asked for an amount that is not positive
    private volatile boolean cancelled;
    private volatile long refused; // the amount that was not positive

    // Owned by the drain loop.
    private @Nullable Subscriber<? super T> downstream;
    private long emitted;

    PullSubscription(Subscriber<? super T> downstream) {
        this.downstream = downstream;
    }

    /** The item after so many; null at the end. Never called again after that. */
    protected abstract @Nullable T next(long before) throws Exception;

    /** True when it is known, without waiting for anything, that no item comes after so many. */
    protected boolean exhausted(long before) {
        return false;
    }

    /** The stream has ended, whichever way. */
    protected void close() throws Exception {}

    /** Hands the subscription to the subscriber, and completes at once when there is nothing to send. */
    final void start() {
        Subscriber<? super T> receiver = downstream;
        if (receiver != null) {
            receiver.onSubscribe(this);
            drain();
        }
    }

    @Override
    public final void request(long n) {
        if (n <= 0) {
            refused = n;
            stopped = true;
        } else {
            Demand.add(REQUESTED, this, n);
        }
        drain();
    }

    @Override
    public final void cancel() {
        stop();
        drain();
    }

    @Override
    protected final void pass() {
        Subscriber<? super T> receiver = downstream;
        if (receiver == null) {
            return;
        }
        boolean ended;
        Throwable error = null;
        try {
            ended = send(receiver);
        } catch (Throwable t) {
            Faults.rethrowFatal(t);
            ended = true;
            error = t;
        }
        if (ended) {
            end(receiver, error);
        }
    }

    /** Sends what is demanded; true at the end of the items. */
    private boolean send(Subscriber<? super T> receiver) throws Exception {
        long sent = emitted;
        try {
            while (!stopped) {
                if (exhausted(sent)) {
                    return true;
                }
                if (sent == requested) {
                    return false;
                }
                T item = next(sent);
                if (item == null) {
                    return true;
                }
                sent++;
                give(receiver, item);
            }
        } finally {
            emitted = sent;
        }
        if (!cancelled) {
            throw Demand.invalid(refused);
        }
        return true;
    }

    private void give(Subscriber<? super T> receiver, T item) {
        try {
            receiver.onNext(item);
        } catch (Throwable t) {
            Faults.rethrowFatal(t);
            stop(); // §2.13: it must be considered cancelled
            Faults.uncaught(t);
        }
    }

    private void stop() {
        cancelled = true;
        stopped = true;
    }

    private void end(Subscriber<? super T> receiver, @Nullable Throwable error) {
        downstream = null; // §3.13
        Throwable failure = error;
        try {
            close();
        } catch (Exception e) {
            failure = Faults.join(error, e);
        }
        if (cancelled) {
            if (failure != null) {
                Faults.uncaught(failure);
            }
        } else if (failure == null) {
            receiver.onComplete();
        } else {
            receiver.onError(failure);
        }
    }
}
