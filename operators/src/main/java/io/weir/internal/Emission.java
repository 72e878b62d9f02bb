package io.weir.internal;

import io.weir.spi.StageSettings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/**
 * What a stage sends downstream: items, as many as are demanded.
 *
 * <p><b>The right to emit.</b> At any moment at most one thread may signal downstream. Which one, each kind of link
 * decides; this class relies on it.
 *
 * <p><b>Demand.</b> The emitter takes what was requested into a budget of its own, and looks for more when that is spent: so an item
 * costs one field that no other thread writes. What is requested in the middle of the last item of the budget, on the same thread,
 * goes straight into it, and needs nothing atomic. Once demand is unbounded nothing is counted any more, unless a probe is to
 * see the items: they go to {@code uncounted}, one read for each. Where upstream counts, that is so from the start.
 *
 * <p><b>Quiet</b> is a stage when all that was ever requested has been taken, and all that was taken has been delivered, which
 * {@code phase} tells; and {@code requested} is closed. Nobody is emitting then, and nobody can begin to.
 *
 * @param <R> what goes out
 */
abstract class Emission<R> extends CountedSubscription {
    private static final VarHandle DOWNSTREAM;
    private static final VarHandle UNCOUNTED;
    private static final VarHandle TAKEN;
    private static final VarHandle BUDGET;
    private static final VarHandle PHASE;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        DOWNSTREAM = Atomics.field(lookup, Emission.class, "downstream", Subscriber.class);
        UNCOUNTED = Atomics.field(lookup, Emission.class, "uncounted", Subscriber.class);
        TAKEN = Atomics.field(lookup, Emission.class, "taken", long.class);
        BUDGET = Atomics.field(lookup, Emission.class, "budget", long.class);
        PHASE = Atomics.field(lookup, Emission.class, "phase", byte.class);
    }

    private static final int MOST_AT_ONCE = 32;

    private static final byte SETTLED = 0; // all that was taken of the demand has been delivered
    private static final byte OWING = 1;
    private static final byte IN_ITEM = 2; // an item is being delivered
    private static final byte LAST_ITEM = 3; // the last of the budget is
    private static final byte COUNTED_ABOVE = 4; // from the start, and for good

    protected final Ledger ledger;
    protected final boolean probed; // a probe sees every item

    // Written by any thread.
    private volatile Subscriber<? super R> downstream;

    // Set by whoever has the right to emit, cleared by whoever ends the stream.
    private volatile @Nullable Subscriber<? super R> uncounted; // downstream, while nothing need be counted

    // Owned by whoever has the right to emit; others look at them.
    private long taken; // so much of what was requested has been put into the budget
    private long budget; // so many items may be emitted before it is time to look what else was requested
    private byte phase; // written before `taken`
    private @Nullable Thread emitter; // delivers the last item of the budget; written before `phase`

    Emission(Object operator, StageSettings settings, Subscriber<? super R> downstream) {
        this.downstream = downstream;
        this.ledger = Ledger.of(operator, settings, downstream, (Outlet<?>) this);
        this.probed = ledger.hasProbe();
    }

    // ------------------------------------------------------------------------------------------------- items

    /** Emits the item if it is demanded and the stream goes on. Only for whoever has the right to emit. */
    protected final boolean emit(R item) {
        Subscriber<? super R> receiver = uncounted;
        if (receiver == null) {
            return emittedCounted(item);
        }
        hand(receiver, item);
        return true;
    }

    private boolean emittedCounted(R item) {
        Subscriber<? super R> receiver = downstream; // read before the demand: who cancels closes that first
        if (!budgeted()) {
            return false;
        }
        budget--;
        deliverCounted(receiver, item);
        return true;
    }

    /** In the middle of the last item of the budget more may be requested, and after it all may be settled. */
    private void deliverCounted(Subscriber<? super R> receiver, R item) {
        if (phase != OWING) {
            deliver(receiver, item); // a source that re-enters: the outer item looks after it. Or upstream counts
            return;
        }
        if (budget > 0) {
            phase = IN_ITEM;
        } else {
            if (emitter != Thread.currentThread()) {
                emitter = Thread.currentThread();
            }
            PHASE.setRelease(this, LAST_ITEM);
        }
        try {
            deliver(receiver, item);
        } finally {
            PHASE.setRelease(this, OWING);
            if (budget == 0) {
                settleUp();
            } else if (isClosed()) {
                signalRefusal();
            }
        }
    }

    /**
     * Emits some of the items that wait, while they are demanded and the stream goes on; false if there was nothing to emit. Only for
     * whoever has the right to emit, where nothing else is emitted from within, and where this stage counts.
     *
     * <p>The budget is written once for all of them. Upstream may be sending meanwhile, on another thread, and reads fields that
     * stand beside it at every item.
     */
    protected final boolean emitWaiting() {
        if (!mayEmit()) {
            return false;
        }
        long most = Math.min(budget, MOST_AT_ONCE);
        int items = 0;
        try {
            while (items < most) {
                Subscriber<? super R> receiver = downstream; // read before the demand: who cancels closes that first
                R item = isClosed() ? null : takeWaiting();
                if (item == null) {
                    break;
                }
                items++;
                deliver(receiver, item);
            }
        } finally {
            if (items > 0) {
                budget -= items;
                if (budget == 0) {
                    settleUp();
                }
            }
        }
        return items > 0;
    }

    /** The item that has waited longest, which now waits no more; null if there is none. */
    protected @Nullable R takeWaiting() {
        return null;
    }

    private void deliver(Subscriber<? super R> receiver, R item) {
        if (probed) {
            ledger.emitted(item);
        }
        hand(receiver, item);
    }

    private void hand(Subscriber<? super R> receiver, R item) {
        try {
            receiver.onNext(item);
        } catch (Throwable t) {
            downstreamThrew(t);
        }
    }

    /** What a subscriber has thrown, against §2.13. */
    abstract void downstreamThrew(Throwable t);

    // ------------------------------------------------------------------------------------------------ demand

    /** True when an item is demanded and the stream goes on. Only for whoever has the right to emit. */
    protected final boolean mayEmit() {
        return uncounted != null || budgeted();
    }

    private boolean budgeted() {
        long total = requested;
        return total >= 0 && (budget > 0 || refilled(total));
    }

    /** Puts what was requested since the last time into the empty budget; false if that is nothing. */
    private boolean refilled(long total) {
        if (total == taken) {
            return false;
        }
        if (phase == SETTLED) {
            PHASE.setRelease(this, OWING);
        }
        long left = Demand.left(total, taken);
        TAKEN.setRelease(this, total);
        BUDGET.setRelease(this, left);
        if (total == Demand.UNBOUNDED) {
            countNoMore();
        }
        return true;
    }

    /**
     * From now on items go down without being counted, unless a probe is to see them. Whoever ends the stream says so, then looks
     * whether that is undone here; so this looks for the end after it.
     */
    private void countNoMore() {
        if (!probed) {
            uncounted = downstream;
            if (isEnding()) {
                countAgain();
            }
        }
    }

    /**
     * Leaves it to upstream to count what is delivered, and to refuse what is not positive: it is a stage or a source of this
     * library, and what it is asked for is what this stage is asked for. Before anybody can request.
     */
    final void leaveDemandToUpstream() {
        phase = COUNTED_ABOVE;
        budget = Demand.UNBOUNDED;
        countNoMore();
    }

    final boolean isCountedAbove() {
        return phase == COUNTED_ABOVE;
    }

    /** The demand is closed, and each item that comes is to find that. */
    final void countAgain() {
        if (uncounted != null) {
            UNCOUNTED.setRelease(this, null);
        }
    }

    /** True when the stream has ended, or a request was refused. */
    abstract boolean isEnding();

    /** What the emitter requests in the middle of the last item: no other thread need know of it. False if that is not the case. */
    final boolean requestedWithin(long n) {
        if ((byte) PHASE.getAcquire(this) != LAST_ITEM || emitter != Thread.currentThread()) {
            return false;
        }
        long sum = Demand.sum(budget, n);
        if (sum == Demand.UNBOUNDED || isClosed() || !takesWithin()) {
            return false;
        }
        BUDGET.setRelease(this, sum);
        ledger.requested(n);
        demandedWithin(n);
        return true;
    }

    /** False if what the emitter requests must be counted as all else is. Only for the emitter. */
    protected boolean takesWithin() {
        return true;
    }

    /** There is more demand than before, which is in no total. Only for the emitter. */
    protected abstract void demandedWithin(long n);

    /** All of the budget has been delivered. */
    private void settleUp() {
        if (requested <= taken) { // that was the last item demanded, or the demand is closed
            PHASE.setRelease(this, SETTLED);
            VarHandle.fullFence();
            signalRefusal();
        }
    }

    /** Ends the stream if a request was refused; within an item, that is left for after it. Only for whoever has the right to emit. */
    abstract void signalRefusal();

    /** True in the middle of an item, if this stage counts. Only for whoever has the right to emit. */
    final boolean isDelivering() {
        return isDelivering(phase);
    }

    private static boolean isDelivering(byte phase) {
        return phase == IN_ITEM || phase == LAST_ITEM;
    }

    // --------------------------------------------------------------------------------------------- the totals

    /** True when the demand is closed and all of it was delivered: nobody is emitting, and nobody can begin to. */
    protected final boolean quiet() {
        long total = requested;
        return total < 0 && settled(total & ~CLOSED);
    }

    /** Whoever takes more of the demand writes OWING first; so where no more is seen to be taken, SETTLED is no older than that. */
    private boolean settled(long total) {
        return (long) TAKEN.getVolatile(this) == total && (byte) PHASE.getVolatile(this) == SETTLED;
    }

    /**
     * False when nobody waits for the items that were put down: whoever requests one will look for it after that. An item
     * that is being delivered still counts as demanded.
     */
    protected final boolean demandedOrEnded() {
        VarHandle.fullFence(); // others see the item before this looks at the demand
        long total = requested;
        return total < 0 || !settled(total);
    }

    /** What of the total requested is used up; less by what was requested in no total. Only for whoever has the right to emit. */
    protected final long spent() {
        return taken - budget;
    }

    /** The demand as this stage counts it; an item that is being delivered belongs to it. To other threads it may be less for a moment. */
    final long ownDemand(long total) {
        long left = (long) BUDGET.getAcquire(this); // before `taken`, so that nothing is counted twice
        long counted = (long) TAKEN.getAcquire(this);
        long delivering = isDelivering((byte) PHASE.getAcquire(this)) ? 1 : 0;
        return Demand.sum(Demand.left(total, Math.min(counted, total)), left + delivering);
    }

    // -------------------------------------------------------------------------------------------- downstream

    public final Subscriber<? super R> downstream() {
        return downstream;
    }

    /** Forgets the subscriber (§3.13), and returns it. */
    final Subscriber<? super R> forgetDownstream() {
        Subscriber<? super R> receiver = downstream;
        DOWNSTREAM.setRelease(this, Nobody.instance());
        return receiver;
    }

    @Override
    final boolean sendsTo(Subscriber<?> subscriber) {
        return downstream == subscriber;
    }
}
