package io.weir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * The items of a source, each made when it is asked for, on the thread that asks.
 *
 * <p>All signals are sent by the drain loop. A request from within one of them, {@code onSubscribe} included, only adds to the
 * demand (§3.3), and needs nothing atomic: so the items come from a shallow stack, which the JVM can compile as one piece.
 *
 * <p>It is a publisher for one subscriber. Before that, a stage may take items out.
 */
abstract class PullSubscription<T> extends CountedSubscription implements Publisher<T> {
    private static final VarHandle DELIVERED =
            Atomics.field(MethodHandles.lookup(), PullSubscription.class, "delivered", long.class);
    private static final VarHandle WITHIN =
            Atomics.field(MethodHandles.lookup(), PullSubscription.class, "within", long.class);

    // Written by any thread.
    private volatile boolean cancelled;
    private volatile long refused; // the amount that was not positive

    // Owned by the drain loop.
    private volatile @Nullable Subscriber<? super T> downstream; // others look at it
    private boolean subscribed;
    private long delivered; // others look at it
    private long within; // what was requested from within its signals, not in `requested`; others look at it
    private @Nullable Thread sender; // in a pass; others see not theirs

    /** The item after so many; null at the end. Never called again after that. */
    protected abstract @Nullable T next(long before) throws Throwable;

    /** True when it is known, without waiting for anything, that no item comes after so many. */
    protected boolean exhausted(long before) throws Throwable {
        return false;
    }

    /** The stream has ended, whichever way. */
    protected void close() throws Exception {}

    // ------------------------------------------------------------------------------- without a subscription

    /**
     * Passes items to a stage for as long as it wants them; false if there may be more, for a subscriber. Only for whoever has
     * the right to emit. Throws what the source fails with; then, and when it is empty, it is closed.
     */
    final boolean emptiedInto(Link<?, ? super T> stage) throws Throwable {
        Throwable error = null;
        try {
            for (long sent = 0; ; sent++) {
                boolean reentered = stage.hasReentered();
                if (!reentered && exhausted(sent)) {
                    break;
                }
                if (reentered || !stage.wantsMore()) {
                    stage.signalRefusal();
                    REQUESTED.set(this, sent);
                    delivered = sent;
                    return false;
                }
                T item = next(sent);
                if (item == null) {
                    break;
                }
                stage.emitTaken(item);
            }
        } catch (Throwable t) {
            error = t;
        }
        Throwable failure = closedAfter(error);
        if (failure != null) {
            throw failure;
        }
        return true;
    }

    // ----------------------------------------------------------------------------------------- subscription

    /** Hands itself to the subscriber, and completes at once when there is nothing to send. */
    @Override
    public final void subscribe(Subscriber<? super T> subscriber) {
        downstream = subscriber;
        if (tryEnter()) {
            passUntilNoneMissed();
        }
    }

    @Override
    public final void request(long n) {
        if (n <= 0) {
            refused = n;
            closeDemand();
        } else if (sender == Thread.currentThread()) {
            WITHIN.setRelease(this, Demand.sum(within, n));
            return;
        } else {
            Demand.add(REQUESTED, this, n);
        }
        drain();
    }

    @Override
    public final void cancel() {
        cancelled = true;
        closeDemand();
        drain();
    }

    @Override
    final boolean sendsTo(Subscriber<?> subscriber) {
        return downstream == subscriber;
    }

    @Override
    public final long demand() {
        long done = (long) DELIVERED.getAcquire(this); // read first: so the total is never less
        return Demand.left(total(), done);
    }

    private long total() {
        return Demand.sum(requested(), (long) WITHIN.getAcquire(this));
    }

    @Override
    protected final void pass() {
        Subscriber<? super T> receiver = downstream;
        if (receiver == null) {
            return;
        }
        sender = Thread.currentThread();
        try {
            sendTo(receiver);
        } finally {
            sender = null;
        }
    }

    private void sendTo(Subscriber<? super T> receiver) {
        if (!subscribed) {
            subscribed = true;
            give(receiver);
        }
        boolean ended;
        Throwable error = null;
        try {
            ended = send(receiver);
        } catch (Throwable t) {
            ended = true;
            error = t;
        }
        if (ended) {
            end(receiver, error);
        }
    }

    /** Sends what is demanded; true at the end of the items. */
    private boolean send(Subscriber<? super T> receiver) throws Throwable {
        long sent = delivered;
        while (true) {
            boolean demanded = sent < requested || (!isClosed() && sent < total());
            if ((!demanded && stopped()) || exhausted(sent)) {
                return true;
            }
            if (!demanded) {
                if (sent < total()) {
                    continue; // requested by what was asked whether there is more
                }
                return false;
            }
            T item = next(sent);
            if (item == null) {
                return true;
            }
            give(receiver, item);
            sent++;
            DELIVERED.setRelease(this, sent); // for others: this loop does not read it
        }
    }

    /** True when the stream was cancelled. */
    private boolean stopped() {
        if (!isClosed()) {
            return false;
        }
        if (!cancelled) {
            throw Demand.invalid(refused);
        }
        return true;
    }

    private void give(Subscriber<? super T> receiver) {
        try {
            receiver.onSubscribe(this);
        } catch (Throwable t) {
            receiverThrew(receiver, t);
        }
    }

    private void give(Subscriber<? super T> receiver, T item) {
        try {
            receiver.onNext(item);
        } catch (Throwable t) {
            receiverThrew(receiver, t);
        }
    }

    private void receiverThrew(Subscriber<? super T> receiver, Throwable t) {
        cancel(); // §2.13: it must be considered cancelled
        Faults.rethrowFatal(t);
        late(receiver, t);
    }

    /** An error that no signal can carry any more. */
    private static void late(Subscriber<?> receiver, Throwable error) {
        Ledger.report(error, Ledger.contextOf(receiver));
    }

    private void end(Subscriber<? super T> receiver, @Nullable Throwable error) {
        downstream = null; // §3.13
        Throwable failure = closedAfter(error);
        if (cancelled) {
            if (failure != null) {
                late(receiver, failure);
            }
        } else if (failure == null) {
            receiver.onComplete();
        } else {
            receiver.onError(failure);
        }
    }

    /** Closes the source. Returns what it ended with, if that is an error; throws what no stream can carry. */
    private @Nullable Throwable closedAfter(@Nullable Throwable error) {
        Throwable failure = error;
        try {
            close();
        } catch (Exception e) {
            failure = Faults.join(error, e);
        }
        if (failure != null) {
            Faults.rethrowFatal(failure);
        }
        return failure;
    }
}
