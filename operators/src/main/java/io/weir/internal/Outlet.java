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
 * The lower half of a {@link Link}: what comes from downstream, and the end of the stream.
 *
 * <p>Two things happen without the right to emit: a request that is not positive (§3.9) and a cancellation.
 *
 * <p><b>An invalid request</b> must end the stream without overlapping an {@code onNext}. The requester first closes
 * {@code requested}, then looks whether the stage is quiet. If so, nobody is emitting, and nobody can start. Otherwise the
 * emitter is left to find it, on its way out of {@code onNext} or at the next signal. Only when the emitter has just
 * delivered the last item demanded could both miss each other; there it fences.
 *
 * @param <R> what goes out
 */
abstract class Outlet<R> extends Emission<R> implements StageContextCarrier, StageState {
    private static final VarHandle STATE = Atomics.field(MethodHandles.lookup(), Outlet.class, "state", Object.class);

    /**
     * How a stream has ended. Its state is null while it goes on, and an IllegalArgumentException when a request was refused and
     * nobody has signalled that yet.
     */
    private enum End {
        COMPLETED,
        FAILED,
        CANCELLED;

        static End with(@Nullable Throwable error) {
            return error == null ? COMPLETED : FAILED;
        }
    }

    // Written by any thread.
    private volatile @Nullable Object state; // written before `requested` is closed

    Outlet(Object operator, StageSettings settings, Subscriber<? super R> downstream) {
        super(operator, settings, downstream);
    }

    // ---------------------------------------------------------------------------------------- from downstream

    final void giveSubscription() {
        try {
            downstream().onSubscribe(this);
        } catch (Throwable t) {
            downstreamThrew(t);
        }
    }

    @Override
    public final void request(long n) {
        if (n <= 0) {
            refuse(n);
        } else if (!requestedWithin(n)) {
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
        if (STATE.compareAndSet(this, null, Demand.invalid(n))) {
            closeDemand(); // and no demand may be lost: it tells whether somebody is emitting
            countAgain();
            settle();
        }
    }

    /** There is more demand than before. */
    protected abstract void demanded(long n, long before);

    /** The same for what is in no total. */
    @Override
    protected void demandedWithin(long n) {
        demanded(n, 0);
    }

    /** A request was refused: ends the stream if that can be done without overlapping another signal. */
    protected void settle() {
        if (quiet()) {
            endRefused();
        }
    }

    @Override
    public final void cancel() {
        if (ended(null, End.CANCELLED)
                || (state instanceof IllegalArgumentException refusal && ended(refusal, End.CANCELLED))) {
            ledger.cancelled();
            stop();
            forgetDownstream();
            abandon();
            ledger.late(takeFailure()); // an error that came first, and that nobody can be told any more
        }
    }

    /** Cancels whatever works for this stage: upstream, and inner streams or timers. Any thread may call it, often. */
    protected abstract void stop();

    /** The stream has ended: drops what waits. */
    protected void abandon() {}

    // ------------------------------------------------------------------------------------------------ the end

    @Override
    final void signalRefusal() {
        if (refused() && !isDelivering()) {
            endRefused();
        }
    }

    /** Ends the stream; if it has ended before, the error is late. Only for whoever has the right to emit. */
    protected final void end(@Nullable Throwable error) {
        if (ended(null, End.with(error))) {
            signal(error);
        } else {
            signalRefusal();
            ledger.late(error);
        }
    }

    /** Ends the stream because of an invalid request. Only when nobody else can be emitting. */
    protected final void endRefused() {
        if (state instanceof IllegalArgumentException refusal && ended(refusal, End.FAILED)) {
            try {
                stop();
                signal(refusal);
            } finally {
                abandon();
                ledger.late(takeFailure());
            }
        }
    }

    private void signal(@Nullable Throwable error) {
        Subscriber<? super R> receiver = forgetDownstream();
        try {
            if (error == null) {
                ledger.completed();
                receiver.onComplete();
            } else {
                ledger.failed(error);
                receiver.onError(error);
            }
        } catch (Throwable t) {
            ledger.lateThrown(t);
        }
    }

    @Override
    final void downstreamThrew(Throwable t) {
        cancel(); // §2.13: it must be considered cancelled
        ledger.lateThrown(t);
    }

    @Override
    protected void pass() {}

    // ---------------------------------------------------------------------------------------------- the state

    /**
     * Ends the stream in this way, if its state is still the other, and closes the demand, as far as whoever refused a request has not
     * done it yet. What is requested in the same moment may be lost: it is of no use.
     */
    private boolean ended(@Nullable Object before, End now) {
        boolean mine = STATE.compareAndSet(this, before, now);
        if (mine) {
            REQUESTED.setRelease(this, requested | CLOSED);
            countAgain();
        }
        return mine;
    }

    /** True when the stream has ended for downstream. */
    protected final boolean ended() {
        return state instanceof End;
    }

    @Override
    final boolean isEnding() {
        return state != null;
    }

    /** True when a request was refused and nobody has signalled it yet. */
    protected final boolean refused() {
        return state instanceof IllegalArgumentException;
    }

    /** Why an item is dropped that comes from upstream when the stream has ended. */
    final DropReason reasonAfterEnd() {
        return isCancelled() ? DropReason.CANCELLED : DropReason.AFTER_TERMINATION;
    }

    /**
     * Why an item is dropped that waits, or comes from an inner stream, when the stream has ended or is about to fail. Its sender has
     * done no wrong: it may not have heeded the cancellation yet (§2.8).
     */
    final DropReason reasonForUnused() {
        return state == End.COMPLETED || isCancelled() ? reasonAfterEnd() : DropReason.FAILED;
    }

    /** The error that the stream was to end with, if any; nobody will take it again. */
    protected abstract @Nullable Throwable takeFailure();

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
        long total = requested();
        return above == null ? ownDemand(total) : Demand.left(total, Math.max(0, askedOf(total) - above.demand()));
    }

    /** What upstream was asked for, when it counts the demand and this stage was asked for so much. */
    protected long askedOf(long total) {
        return total;
    }

    private @Nullable CountedSubscription countingUpstream() {
        return isCountedAbove() && upstream() instanceof CountedSubscription above ? above : null;
    }

    @Override
    public final boolean isTerminated() {
        return ended() && !isCancelled();
    }

    @Override
    public final boolean isCancelled() {
        return state == End.CANCELLED;
    }

    protected final Timer offeredTimer() {
        return ledger.timer();
    }

    @Override
    public final @Nullable StageContext stageContext() {
        return ledger.context();
    }
}
