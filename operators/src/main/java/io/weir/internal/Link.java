package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A stage at work: subscriber of what is above it, and subscription of what is below ({@link Outlet}).
 *
 * @param <T> what comes in
 * @param <R> what goes out
 */
public abstract class Link<T, R> extends Outlet<R> implements Subscriber<T> {
    private static final VarHandle ENDING = Atomics.field(MethodHandles.lookup(), Link.class, "ending", Object.class);
    private static final Object COMPLETION = new Object();
    private static final Object SIGNALLED = new Object();

    // Written by any thread.
    private volatile @Nullable Object ending; // COMPLETION or the error, once it is known; SIGNALLED in the end

    // Owned by upstream; what it writes before onSubscribe goes down is seen by everybody.
    private @Nullable Subscription upstream;
    private boolean upstreamEnded;

    protected Link(Object operator, StageSettings settings, Subscriber<? super R> downstream) {
        super(operator, settings, downstream);
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    public final void onSubscribe(Subscription subscription) {
        Require.notNull("subscription", subscription);
        if (upstream != null) {
            ledger.cancel(subscription); // §2.5
            return;
        }
        upstream = subscription;
        if (passesDemandOn() && subscription instanceof CountedSubscription above && above.sendsTo(this)) {
            leaveDemandToUpstream();
        }
        giveSubscription();
        if (!ended()) {
            start();
        }
        ledger.asked(0);
    }

    /** True when upstream is asked for exactly what this stage is asked for, and for one more where an item goes no further. */
    protected boolean passesDemandOn() {
        return false;
    }

    /** The first thing to do when downstream has its subscription. */
    protected void start() {
        long n = prefetch();
        if (n > 0) {
            askUpstream(n);
        }
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
            ledger.late(error);
            return;
        }
        upstreamEnded = true;
        if (upstream == null) {
            onSubscribe(Subscriptions.NONE); // §1.9, which this upstream does not keep
        }
        upstreamEnded(error);
    }

    /** Upstream has signalled its end. By default the stream ends, unless the stage has settled that already. */
    protected void upstreamEnded(@Nullable Throwable error) {
        if (closing()) {
            ledger.late(error);
        } else {
            end(error);
        }
    }

    protected final void askUpstream(long n) {
        Subscription s = upstream;
        if (s != null) {
            ledger.asked(n);
            s.request(n);
        }
    }

    /**
     * One item has been dealt with: asks for one more, unless upstream has ended, or it is known how the stream will end. Who runs a
     * pass may see the former a little late, on another thread; upstream heeds no request then (§3.6).
     */
    protected final void askForNext() {
        if (!closing() && !upstreamEnded) {
            askUpstream(1);
        }
    }

    /** The same where others wait for what comes after: what upstream throws, against §3.16, is a late error. */
    protected final void askForNextAtLast() {
        try {
            askForNext();
        } catch (Throwable t) {
            ledger.lateThrown(t);
        }
    }

    @Override
    public final @Nullable Subscription upstream() {
        return upstream;
    }

    @Override
    protected void stop() {
        cancelUpstream();
    }

    protected final void cancelUpstream() {
        Subscription s = upstream;
        if (s != null && !upstreamEnded) { // §2.3
            ledger.cancel(s);
        }
    }

    // -------------------------------------------------------------------------------- items that go no further

    /** An item has come. */
    protected final void received(T item) {
        Require.notNull("item", item); // §2.13
        if (probed) {
            ledger.received(item);
        }
    }

    /** True when the stage may look at the item that has come; otherwise the item is dropped already. */
    protected final boolean admits(T item) {
        if (!ended() && ending == null && !upstreamEnded) {
            return true;
        }
        reject(item);
        return false;
    }

    /** The same where upstream has the right to emit and may only send what is demanded. */
    protected final boolean admitsDemanded(T item) {
        if (mayEmit()) {
            return true;
        }
        turnAway(item);
        return false;
    }

    /** Drops an item that could not be emitted. Only for whoever has the right to emit. */
    protected final void turnAway(Object item) {
        signalRefusal();
        reject(item);
    }

    /** An item of an inner stream has come. */
    protected final void receivedInner(Object item) {
        Require.notNull("item", item); // §2.13
        if (probed) {
            ledger.receivedInner(item);
        }
    }

    /**
     * Emits what a source has, as far as that is wanted. Returns the rest, which needs a subscription; null if that was all. Throws
     * what the source fails with. Only for whoever has the right to emit.
     */
    protected final @Nullable PullSubscription<? extends R> restOf(PullSource<? extends R> source) throws Throwable {
        PullSubscription<? extends R> items = source.open();
        return items.emptiedInto(this) ? null : items;
    }

    /** True when upstream has sent something from within what a source does, or from within one of its items, that comes first. */
    boolean hasReentered() {
        return false;
    }

    /** True when the next item of a source would be emitted. */
    boolean wantsMore() {
        return mayEmit();
    }

    /** Emits an item that was taken out of a source. */
    void emitTaken(R item) {
        receivedInner(item);
        emitInner(item);
    }

    /** Emits an item of an inner stream, or drops it. Only for whoever has the right to emit. */
    protected final void emitInner(R item) {
        if (!emit(item)) {
            turnAwayInner(item);
        }
    }

    /** Drops an item of an inner stream that could not be emitted. Only for whoever has the right to emit. */
    private void turnAwayInner(Object item) {
        signalRefusal();
        if (ended() || failure() != null) {
            ledger.droppedLate(item, reasonForUnused());
        } else {
            try {
                ledger.dropped(item, DropReason.NO_DEMAND);
            } catch (Throwable t) {
                rethrowFatal(t);
                holderFailed(t);
            }
        }
    }

    private void reject(Object item) {
        boolean closing = closing(); // read first: who cancels settles the end after that
        if (ended() || upstreamEnded) {
            ledger.droppedLate(item, reasonAfterEnd());
        } else if (closing) {
            ledger.droppedLate(item, failure() == null ? DropReason.AFTER_TERMINATION : DropReason.FAILED);
        } else {
            drop(item, DropReason.NO_DEMAND);
        }
    }

    /** Drops an item of a stream that goes on. A callback that throws ends it, and false is returned. */
    protected final boolean drop(Object item, DropReason reason) {
        try {
            ledger.dropped(item, reason);
            return true;
        } catch (Throwable t) {
            rethrowFatal(t);
            fail(t);
            return false;
        }
    }

    /** What no stream can carry goes up through upstream, which is cancelled first. */
    protected final void rethrowFatal(Throwable t) {
        if (Faults.isFatal(t)) {
            cancel();
        }
        Faults.rethrowFatal(t);
    }

    /** Drops what waits when the stream has ended. */
    protected final void dropRemaining(Object item) {
        ledger.droppedLate(item, reasonForUnused());
    }

    /** The same for all that come out, to the last one. Returns what callbacks have thrown that no stream can carry. */
    protected final @Nullable Throwable dropEach(Supplier<? extends @Nullable Object> waiting) {
        Throwable thrown = null;
        boolean more = true;
        while (more) {
            try {
                Object item = waiting.get();
                more = item != null;
                if (item != null) {
                    dropRemaining(item);
                }
            } catch (Throwable t) {
                thrown = Faults.joinThrown(thrown, t);
            }
        }
        return thrown;
    }

    /** A callback threw where the stream went on. By default the stream ends at once. */
    protected void fail(Throwable error) {
        stopAndEnd(error);
    }

    /** Cancels all that works for this stage, and ends the stream: so, whatever upstream says to being cancelled. */
    protected final void stopAndEnd(@Nullable Throwable error) {
        close(error);
        stop();
        end(takeFailure());
    }

    /** A function threw on an item, and the stream ends. */
    protected final void failOn(Object item, Throwable error) {
        try {
            ledger.droppedLate(item, DropReason.FAILED);
        } finally {
            rethrowFatal(error);
            functionThrew(error);
        }
    }

    /** A function threw on an item. If the context wants the stream to go on, upstream is asked for another item. */
    protected final void failOnOrSkip(Object item, Throwable error) {
        Throwable failure = Faults.isFatal(error) || ended() ? error : ledger.functionFailed(item, error);
        if (failure == null) {
            skip(item);
        } else {
            failOn(item, failure);
        }
    }

    private void skip(Object item) {
        try {
            ledger.dropped(item, DropReason.FAILED);
        } catch (Throwable t) {
            rethrowFatal(t);
            functionThrew(t);
            return;
        }
        skipped();
    }

    /** An item was skipped, after a function threw on it. */
    protected void skipped() {
        askForNext();
    }

    /** What an inner stream ended with, as far as it matters to the stream: the context may let it count as completed. */
    final @Nullable Throwable innerOutcome(@Nullable Throwable error) {
        return error == null || ended() ? error : ledger.innerFailed(error);
    }

    /** By default the stream ends at once; so only where it is upstream that has the right to emit. */
    protected void functionThrew(Throwable error) {
        stopAndEnd(error);
    }

    /** A callback threw on an item of the inner stream that has the right to emit. */
    protected void holderFailed(Throwable error) {
        functionThrew(error);
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
            ledger.late(error);
        }
    }

    protected final boolean closing() {
        return ending != null;
    }

    @Override
    public final @Nullable Throwable failure() {
        return ending instanceof Throwable error ? error : null;
    }

    /** The same for whoever signals it now: an error that comes later is late. */
    @Override
    protected @Nullable Throwable takeFailure() {
        return ENDING.getAndSet(this, SIGNALLED) instanceof Throwable error ? error : null;
    }
}
