package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import io.weir.spi.StageSettings;
import io.weir.spi.StageState;
import io.weir.spi.Timer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/**
 * The lower half of a {@link Link}: demand, emission and the end of the stream.
 *
 * <p><b>The right to emit.</b> At any moment at most one thread may signal downstream. Which one, each kind of link
 * decides; this class relies on it. Two things happen without that right: a request that is not positive (§3.9) and a
 * cancellation.
 *
 * <p><b>Demand.</b> Whatever takes the stream out of ACTIVE closes it. Once it is unbounded nothing is counted any more.
 * Where a stage passes on what it is asked for, and above it is a stage or a source of this library, that one counts what is
 * delivered.
 *
 * <p><b>An invalid request</b> must end the stream without overlapping an {@code onNext}. The requester first closes
 * {@code requested}, then compares what was delivered with the total. If they are equal nobody is emitting, and nobody
 * can start. If they differ, the emitter is left to find it, on its way out of {@code onNext} or at the next signal. Only
 * when the emitter has just delivered the last item demanded could both miss each other; there it fences.
 *
 * @param <R> what goes out
 */
abstract class Outlet<R> extends CountedSubscription implements StageContextCarrier, StageState {
    private static final VarHandle STATE;
    private static final VarHandle DOWNSTREAM;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        STATE = Atomics.field(lookup, Outlet.class, "state", int.class);
        DOWNSTREAM = Atomics.field(lookup, Outlet.class, "downstream", Subscriber.class);
    }

    private static final int MOST_AT_ONCE = 32;

    private static final int ACTIVE = 0;
    private static final int REFUSED = 1; // a request was not positive, and nobody has signalled it yet
    private static final int TERMINATED = 2;
    private static final int CANCELLED = 3;

    protected final Ledger ledger;
    protected final boolean probed; // a probe sees every item

    // Written by any thread.
    private volatile int state; // written before `requested` is closed
    private volatile @Nullable IllegalArgumentException refusal; // what a request that is refused ends the stream with
    private volatile Subscriber<? super R> downstream;

    // Written before onSubscribe goes down.
    private boolean countedAbove; // what is delivered is counted by upstream

    // Owned by whoever has the right to emit; others look at `delivered`. Neither grows once demand is unbounded.
    private long emitted;

    Outlet(Object operator, StageSettings settings, Subscriber<? super R> downstream) {
        this.downstream = downstream;
        this.ledger = Ledger.of(operator, settings, downstream, this);
        this.probed = ledger.hasProbe();
    }

    // ---------------------------------------------------------------------------------------- from downstream

    final void giveSubscription() {
        try {
            downstream.onSubscribe(this);
        } catch (Throwable t) {
            downstreamThrew(t);
        }
    }

    /**
     * Leaves it to upstream to count what is delivered, and to refuse what is not positive: it is a stage or a source of this
     * library, and what it is asked for is what this stage is asked for. Before anybody can request.
     */
    final void leaveDemandToUpstream() {
        countedAbove = true;
    }

    @Override
    public final void request(long n) {
        if (n <= 0) {
            refuse(n);
        } else {
            long before = Demand.add(REQUESTED, this, n);
            if (before >= 0) {
                ledger.requested(n);
                demanded(n, before);
            }
        }
    }

    private void refuse(long n) {
        CountedSubscription above = countingUpstream();
        if (above != null) {
            above.request(n);
            return;
        }
        refusal = Demand.invalid(n);
        if (STATE.compareAndSet(this, ACTIVE, REFUSED)) {
            closeDemand(); // and no demand may be lost: it tells whether somebody is emitting
            settle();
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
            loseDemand();
            try {
                ledger.cancelled();
            } finally {
                stopForGood();
            }
        }
    }

    private void stopForGood() {
        try {
            stop();
        } finally {
            downstream = Nobody.instance(); // §3.13
            abandon();
            ledger.late(takeFailure()); // an error that came first, and that nobody can be told any more
        }
    }

    /** Cancels whatever works for this stage: upstream, and inner streams or timers. Any thread may call it, often. */
    protected abstract void stop();

    /** The stream has ended: drops what waits. */
    protected void abandon() {}

    // ----------------------------------------------------------------------------------------------- emission

    /** Emits the item if it is demanded and the stream goes on. Only for whoever has the right to emit. */
    protected final boolean emit(R item) {
        Subscriber<? super R> receiver = downstream; // read before `requested`: who cancels closes that first
        long total = requested;
        if (emitted >= total) {
            return false;
        }
        if (total == Demand.UNBOUNDED || countedAbove) {
            return deliver(receiver, item);
        }
        emitted++;
        try {
            return deliver(receiver, item);
        } finally {
            noteDelivered(delivered + 1);
        }
    }

    /**
     * Emits some of the items that wait, while they are demanded and the stream goes on; false if there was nothing to emit. Only for
     * whoever has the right to emit, where nothing else is emitted from within, and where this stage counts.
     *
     * <p>The totals are written once for all of them. Upstream may be sending meanwhile, on another thread, and reads fields that
     * stand beside them at every item.
     */
    protected final boolean emitWaiting() {
        long count = emitted;
        int items = 0;
        try {
            while (items < MOST_AT_ONCE) {
                Subscriber<? super R> receiver = downstream; // read before `requested`: who cancels closes that first
                long total = requested;
                R item = count < total ? takeWaiting() : null;
                if (item == null) {
                    break;
                }
                items++;
                if (total != Demand.UNBOUNDED) {
                    count++;
                }
                deliver(receiver, item);
            }
        } finally {
            if (items > 0) {
                emitted = count;
                noteDelivered(count);
            }
        }
        return items > 0;
    }

    /** The item that has waited longest, which now waits no more; null if there is none. */
    protected @Nullable R takeWaiting() {
        return null;
    }

    private void noteDelivered(long total) {
        DELIVERED.setRelease(this, total);
        if (total >= requested) { // that was the last item demanded, or the total is closed
            VarHandle.fullFence();
            signalRefusal();
        }
    }

    private boolean deliver(Subscriber<? super R> receiver, R item) {
        if (probed) {
            ledger.emitted(item);
        }
        try {
            receiver.onNext(item);
        } catch (Throwable t) {
            downstreamThrew(t);
        }
        return true;
    }

    /** True when an item is demanded and the stream goes on; for an item that has come, it is known where upstream counts. */
    protected final boolean mayEmit() {
        return emitted < requested;
    }

    /** Ends the stream if a request was refused. Only for whoever has the right to emit. */
    final void signalRefusal() {
        if (state == REFUSED) {
            endRefused();
        }
    }

    /** Ends the stream; if it has ended before, the error is late. Only for whoever has the right to emit. */
    protected final void end(@Nullable Throwable error) {
        if (STATE.compareAndSet(this, ACTIVE, TERMINATED)) {
            loseDemand();
            signal(error);
        } else {
            signalRefusal();
            ledger.late(error);
        }
    }

    /** Ends the stream because of an invalid request. Only when nobody else can be emitting. */
    protected final void endRefused() {
        if (STATE.compareAndSet(this, REFUSED, TERMINATED)) {
            loseDemand(); // whoever refused may not have come to it yet
            stop();
            signal(refusal);
            ledger.late(takeFailure());
            abandon();
        }
    }

    private void signal(@Nullable Throwable error) {
        Subscriber<? super R> receiver = downstream;
        DOWNSTREAM.setRelease(this, Nobody.instance()); // §3.13
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
        cancel(); // §2.13: it must be considered cancelled
        Faults.rethrowFatal(t);
        ledger.late(t);
    }

    @Override
    protected void pass() {}

    // ---------------------------------------------------------------------------------------------- the state

    /** Closes the demand of a stream that has ended. What is requested in the same moment may be lost: it is of no use. */
    private void loseDemand() {
        REQUESTED.setRelease(this, requested | CLOSED);
    }

    /** True when the stream has ended for downstream. */
    protected final boolean ended() {
        return state >= TERMINATED;
    }

    /** True when a request was refused and nobody has signalled it yet. */
    protected final boolean refused() {
        return state == REFUSED;
    }

    /** Why an item is dropped that comes, or still waits, when the stream has ended. */
    final DropReason reasonAfterEnd(DropReason afterTermination) {
        return state == CANCELLED ? DropReason.CANCELLED : afterTermination;
    }

    /** The error that the stream was to end with, if any; nobody will take it again. */
    protected abstract @Nullable Throwable takeFailure();

    /** True when everything requested was delivered, so that nobody is emitting. */
    protected final boolean quiet() {
        long total = requested();
        return (long) DELIVERED.getVolatile(this) == total;
    }

    /**
     * False when nobody waits for the items that were put down: whoever requests one will look for it after that. An item
     * that is being delivered still counts as demanded.
     */
    protected final boolean demandedOrEnded() {
        VarHandle.fullFence(); // others see the item before this looks at the demand
        long total = requested;
        return total < 0 || (long) DELIVERED.getAcquire(this) < total;
    }

    protected final long emitted() {
        return emitted;
    }

    @Override
    public long waiting() {
        return 0;
    }

    @Override
    public long capacity() {
        return 0;
    }

    @Override
    public long prefetch() {
        return 0;
    }

    @Override
    public long demand() {
        CountedSubscription above = countingUpstream();
        return above == null ? super.demand() : Demand.left(requested(), askedOf(requested()) - above.demand());
    }

    /** What upstream was asked for, when it counts the demand and this stage was asked for so much. */
    protected long askedOf(long total) {
        return total;
    }

    private @Nullable CountedSubscription countingUpstream() {
        return countedAbove && upstream() instanceof CountedSubscription above ? above : null;
    }

    @Override
    public final boolean isTerminated() {
        return state == TERMINATED;
    }

    @Override
    public final boolean isCancelled() {
        return state == CANCELLED;
    }

    @Override
    final boolean sendsTo(Subscriber<?> subscriber) {
        return downstream == subscriber;
    }

    @Override
    public final Subscriber<?> downstream() {
        return downstream;
    }

    protected final Timer offeredTimer() {
        return ledger.timer();
    }

    @Override
    public final @Nullable StageContext stageContext() {
        return ledger.context();
    }
}
