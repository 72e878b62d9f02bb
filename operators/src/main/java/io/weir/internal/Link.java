package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import io.weir.spi.Timer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A stage at work: subscriber of what is above it, and subscription of what is below.
 *
 * <p><b>The right to emit.</b> At any moment at most one thread may signal downstream. Which one, each kind of link
 * decides; this class relies on it. Two things happen without that right: a request that is not positive (§3.9) and a
 * cancellation.
 *
 * <p><b>Demand</b> is kept as two totals that only grow: what was ever requested, by any thread, and what was ever
 * emitted, by the emitter. Nothing is subtracted.
 *
 * <p><b>An invalid request</b> must end the stream without overlapping an {@code onNext}. The requester first records
 * it in {@code state}, then compares what was delivered with what was requested. If they are equal nobody is emitting,
 * and nobody can start without new demand: whoever starts reads {@code requested} and then {@code state}, and so sees
 * the record. If they differ, the emitter is left to find it, on its way out of {@code onNext} or at the next signal.
 * Only when the emitter has just delivered the last item demanded could both miss each other; there it fences.
 *
 * @param <T> what comes in
 * @param <R> what goes out
 */
public abstract class Link<T, R> extends DrainLoop implements Subscriber<T>, Subscription {
    private static final VarHandle REQUESTED;
    private static final VarHandle STATE;
    private static final VarHandle ENDING;
    private static final VarHandle DELIVERED;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        REQUESTED = Atomics.field(lookup, Link.class, "requested", long.class);
        STATE = Atomics.field(lookup, Link.class, "state", int.class);
        ENDING = Atomics.field(lookup, Link.class, "ending", Object.class);
        DELIVERED = Atomics.field(lookup, Link.class, "delivered", long.class);
    }

    private static final int ACTIVE = 0;
    private static final int REFUSED = 1; // a request was not positive, and nobody has signalled it yet
    private static final int TERMINATED = 2;
    private static final int CANCELLED = 3;

    private static final Object COMPLETION = new Object();

    protected final Ledger ledger;

    // Written by any thread.
    private volatile long requested;
    private volatile int state;
    private volatile long refused;
    private volatile @Nullable Object ending; // COMPLETION or the error, once it is known how the stream will end
    private volatile Subscriber<? super R> downstream;

    // Owned by whoever has the right to emit; others look at `delivered`.
    private long emitted;
    private long delivered;

    // Owned by upstream; what it writes before onSubscribe goes down is seen by everybody.
    private @Nullable Subscription upstream;
    private boolean upstreamEnded;

    protected Link(Object operator, StageSettings settings, Subscriber<? super R> downstream) {
        this.downstream = downstream;
        this.ledger = Ledger.of(operator, settings, downstream, this);
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    public final void onSubscribe(Subscription subscription) {
        Require.notNull("subscription", subscription);
        if (upstream != null) {
            subscription.cancel(); // §2.5
            return;
        }
        upstream = subscription;
        try {
            downstream.onSubscribe(this);
        } catch (Throwable t) {
            downstreamThrew(t);
        }
        if (!ended()) {
            start();
        }
        ledger.asked(0);
    }

    @Override
    public final void onComplete() {
        finish(null);
    }

    @Override
    public final void onError(Throwable error) {
        finish(Require.notNull("error", error));
    }

    private void finish(@Nullable Throwable error) {
        if (upstreamEnded) {
            lateError(error);
            return;
        }
        upstreamEnded = true;
        if (upstream == null) {
            onSubscribe(Subscriptions.NONE); // §1.9, which this upstream does not keep
        }
        upstreamEnded(error);
    }

    /** The first thing to do when downstream has its subscription. */
    protected void start() {}

    /** Upstream has signalled its end. By default the stream ends. */
    protected void upstreamEnded(@Nullable Throwable error) {
        end(error);
    }

    /** True when the stage may look at the item; otherwise the item is dropped already. */
    protected final boolean admits(T item) {
        Require.notNull("item", item); // §2.13
        ledger.received(item);
        if (state <= REFUSED && ending == null && !upstreamEnded) {
            return true;
        }
        reject(item);
        return false;
    }

    /** Drops an item that could not be emitted. Only for whoever has the right to emit. */
    protected final void turnAway(Object item) {
        afterEmission();
        reject(item);
    }

    /** Drops an item because the stream has ended, is about to, or nobody asked for the item. */
    protected final void reject(Object item) {
        switch (state) {
            case CANCELLED -> ledger.droppedLate(item, DropReason.CANCELLED);
            case TERMINATED -> ledger.droppedLate(item, DropReason.AFTER_TERMINATION);
            default -> {
                if (upstreamEnded) {
                    ledger.droppedLate(item, DropReason.AFTER_TERMINATION);
                } else if (ending != null) {
                    ledger.droppedLate(item, DropReason.FAILED);
                } else {
                    drop(item, DropReason.NO_DEMAND);
                }
            }
        }
    }

    protected final void askUpstream(long n) {
        Subscription s = upstream;
        if (s != null) {
            ledger.asked(n);
            s.request(n);
        }
    }

    // ---------------------------------------------------------------------------------------- from downstream

    @Override
    public final void request(long n) {
        if (n <= 0) {
            refused = n;
            if (STATE.compareAndSet(this, ACTIVE, REFUSED)) {
                settle();
            }
        } else if (state == ACTIVE) {
            long before = Demand.add(REQUESTED, this, n);
            ledger.requested(n);
            demanded(n, before);
        }
    }

    /** There is more demand than before. */
    protected abstract void demanded(long n, long before);

    /** A request was refused: ends the stream if that can be done without overlapping another signal. */
    protected void settle() {
        if (quiet()) {
            endRefused();
        }
    }

    @Override
    public final void cancel() {
        if (STATE.compareAndSet(this, ACTIVE, CANCELLED) || STATE.compareAndSet(this, REFUSED, CANCELLED)) {
            ledger.cancelled();
            stop();
            downstream = Nobody.instance(); // §3.13
            abandon();
        }
    }

    // ----------------------------------------------------------------------------------------------- emission

    /** Emits the item if it is demanded and the stream goes on. Only for whoever has the right to emit. */
    protected final boolean emit(R item) {
        Subscriber<? super R> receiver = downstream; // read before state: who cancels writes state first
        if (emitted == requested || state != ACTIVE) {
            return false;
        }
        emitted++;
        ledger.emitted(item);
        try {
            receiver.onNext(item);
        } catch (Throwable t) {
            downstreamThrew(t);
        }
        long done = delivered + 1;
        DELIVERED.setRelease(this, done);
        if (done == requested) {
            VarHandle.fullFence();
        }
        if (state != ACTIVE) {
            afterEmission();
        }
        return true;
    }

    private void afterEmission() {
        if (state == REFUSED) {
            endRefused();
        }
    }

    /** Ends the stream, unless it has ended. Only for whoever has the right to emit. */
    protected final void end(@Nullable Throwable error) {
        if (!tryEnd(error)) {
            lateError(error);
        }
    }

    /** As {@link #end}, for an error that somebody else may be signalling as well. */
    protected final boolean tryEnd(@Nullable Throwable error) {
        if (STATE.compareAndSet(this, ACTIVE, TERMINATED)) {
            signal(error);
            return true;
        }
        afterEmission();
        return false;
    }

    /** Ends the stream because of an invalid request. Only when nobody else can be emitting. */
    protected final void endRefused() {
        if (STATE.compareAndSet(this, REFUSED, TERMINATED)) {
            stop();
            signal(Demand.invalid(refused));
            abandon();
        }
    }

    private void signal(@Nullable Throwable error) {
        Subscriber<? super R> receiver = downstream;
        downstream = Nobody.instance();
        try {
            if (error == null) {
                ledger.completed();
                receiver.onComplete();
            } else {
                ledger.failed(error);
                receiver.onError(error);
            }
        } catch (Throwable t) {
            ledger.late(t);
        }
    }

    private void downstreamThrew(Throwable t) {
        Faults.rethrowFatal(t);
        cancel(); // §2.13: it must be considered cancelled
        ledger.late(t);
    }

    // --------------------------------------------------------------------------------------- how it will end

    /**
     * Settles how the stream will end once it can. An error takes the place of a completion that was not signalled yet;
     * an error that comes after another is late.
     */
    protected final void close(@Nullable Throwable error) {
        boolean settled = !ended()
                && (ENDING.compareAndSet(this, null, error == null ? COMPLETION : error)
                        || (error != null && ENDING.compareAndSet(this, COMPLETION, error)));
        if (!settled) {
            lateError(error);
        }
    }

    protected final boolean closing() {
        return ending != null;
    }

    /** The error that the stream will end with; null when it goes on or will complete. */
    protected final @Nullable Throwable failure() {
        return ending instanceof Throwable error ? error : null;
    }

    protected final void lateError(@Nullable Throwable error) {
        if (error != null) {
            ledger.late(error);
        }
    }

    /** Drops an item of a stream that goes on. A callback that throws ends it. */
    protected final void drop(Object item, DropReason reason) {
        try {
            ledger.dropped(item, reason);
        } catch (Throwable t) {
            Faults.rethrowFatal(t);
            fail(t);
        }
    }

    /** Drops what waits when the stream has ended: as cancelled, or because the stage failed. */
    protected final void dropRemaining(Object item) {
        ledger.droppedLate(item, state == CANCELLED ? DropReason.CANCELLED : DropReason.FAILED);
    }

    /** A callback threw where the stream went on. By default the stream ends at once. */
    protected void fail(Throwable error) {
        stop();
        end(error);
    }

    /** A function threw on an item. Only for whoever has the right to emit. */
    protected final void failOn(Object item, Throwable error) {
        Faults.rethrowFatal(error);
        ledger.droppedLate(item, DropReason.FAILED);
        stop();
        end(error);
    }

    /** Cancels whatever works for this stage: upstream, and inner streams or timers. Any thread may call it, often. */
    protected void stop() {
        cancelUpstream();
    }

    protected final void cancelUpstream() {
        Subscription s = upstream;
        if (s != null) {
            s.cancel();
        }
    }

    /** The stream has ended: drops what waits. */
    protected void abandon() {}

    @Override
    protected void pass() {}

    // --------------------------------------------------------------------------------------------- the totals

    /** True when the stream has ended for downstream. */
    protected final boolean ended() {
        return state >= TERMINATED;
    }

    /** True when a request was refused and nobody has signalled it yet. */
    protected final boolean refused() {
        return state == REFUSED;
    }

    /** True when everything requested was delivered, so that nobody is emitting. */
    protected final boolean quiet() {
        long total = requested;
        return (long) DELIVERED.getVolatile(this) == total;
    }

    protected final boolean hasDemand() {
        return emitted != requested;
    }

    protected final long emitted() {
        return emitted;
    }

    /** The total ever requested. */
    protected final long requested() {
        return requested;
    }

    /** How many items wait. */
    protected long depth() {
        return 0;
    }

    /** How many items may wait. */
    protected long capacity() {
        return 0;
    }

    protected final Timer offeredTimer() {
        return ledger.timer();
    }
}
