package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * Several inner streams at once.
 *
 * <p>The right to emit belongs to whoever is in the drain loop. An item goes straight to downstream if its thread can
 * enter the loop, nothing waits and there is demand; else it waits in its own stream's backlog, from which passes take
 * in turn, one item a stream.
 *
 * <p>While upstream subscribes to the only stream there is, it stays in the loop on behalf of that stream: no other stream
 * can want to emit, so items that come on upstream's own thread pass without entering the loop each time. The moment one
 * of them has to wait, upstream leaves the loop, so that whoever brings demand can emit it. If the stream signals on
 * another thread meanwhile, that thread takes the place of upstream in the loop: the signals of one stream are serial
 * (§1.3), so upstream is not emitting then.
 */
public final class MergeLink<T, R> extends Link<T, R> {
    private static final VarHandle STARTED =
            Atomics.field(MethodHandles.lookup(), MergeLink.class, "started", int.class);
    private static final VarHandle REMOVED =
            Atomics.field(MethodHandles.lookup(), MergeLink.class, "removed", int.class);
    private static final VarHandle STAYED_FOR =
            Atomics.field(MethodHandles.lookup(), MergeLink.class, "stayedFor", MergeInner.class);

    private final Mapping<T, R> mapping;
    private final int concurrency;
    private final int prefetch;
    private final @Nullable DelayedErrors delayed; // null where an error ends the stream at once

    // Written by any thread.
    private volatile @Nullable MergeInner<R> stayedFor; // the stream for which upstream stays in the loop
    private volatile boolean doomed; // everything was cancelled; only what waits is still delivered

    // Upstream adds, the drain removes, all read. Both counters may wrap: only their difference is used.
    private final Slots<MergeInner<R>> slots = new Slots<>();
    private volatile int started; // written by upstream
    private volatile int removed; // written by whoever is in the drain loop

    // Owned by upstream.
    private boolean reentered; // something came from within the item that it emits while it stays, and it is to leave
    private boolean stayEnded; // the stream for which it stays in the loop has ended, and it is to leave

    // Owned by whoever is in the drain loop.
    private @Nullable Thread staying; // upstream's thread, while it stays in the loop; others see not theirs
    private volatile boolean backlogged; // a pass left items waiting; read by all
    private boolean inOnNext;
    private int turn;

    public MergeLink(
            Object operator,
            StageSettings settings,
            Subscriber<? super R> downstream,
            Mapping<T, R> mapping,
            int concurrency,
            int prefetch,
            boolean delayErrors) {
        super(operator, settings, downstream);
        this.mapping = mapping;
        this.concurrency = concurrency;
        this.prefetch = prefetch;
        this.delayed = DelayedErrors.keptIf(delayErrors);
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    public long prefetch() {
        return concurrency == Integer.MAX_VALUE ? Demand.UNBOUNDED : concurrency;
    }

    @Override
    public void onNext(T item) {
        received(item);
        if (!admits(item)) {
            return;
        }
        if (running() >= concurrency) {
            drop(item, DropReason.NO_DEMAND); // more than was asked for (§1.1)
            return;
        }
        Publisher<? extends R> stream;
        try {
            stream = mapping.streamOf(item);
        } catch (Throwable t) {
            failOnOrSkip(item, t);
            return;
        }
        ledger.expanded(item);
        R only = mapping.onlyItemOf(stream, ledger);
        if (only == null || !emittedOnly(only)) {
            start(stream);
        }
    }

    /** Emits the only item that there is, if that can be done at once. */
    private boolean emittedOnly(R item) {
        if (backlogged || !mayEmit() || !tryEnter()) {
            return false;
        }
        try {
            boolean may = !backlogged && !doomed && mayEmit();
            if (may) {
                receivedInner(item);
                if (!emit(item)) {
                    dropRemaining(item); // the stream ended in between
                }
                askForNext();
            }
            return may;
        } finally {
            leave();
        }
    }

    private void start(Publisher<? extends R> stream) {
        MergeInner<R> inner = new MergeInner<>(this, prefetch);
        boolean alone = running() == 0;
        STARTED.setRelease(this, started + 1);
        slots.add(inner); // the inner stream looks for a cancellation after this
        if (alone && tryEnter()) {
            staying = Thread.currentThread();
            stayEnded = false;
            reentered = false;
            STAYED_FOR.setRelease(this, inner);
            try {
                inner.subscribeTo(stream);
            } finally {
                if (stayEnded) {
                    leave();
                } else {
                    endStay(inner);
                }
            }
        } else {
            reentersStay(stayedFor); // if upstream stays for another: that gets no more than its turn
            inner.subscribeTo(stream);
        }
    }

    /** Makes the loop, in which upstream stays for this stream, the caller's. */
    boolean takeOver(MergeInner<R> inner) {
        return stayedFor == inner && STAYED_FOR.compareAndSet(this, inner, null);
    }

    /** Takes the place of upstream in the loop, and leaves it with a pass; false when upstream does not stay for this stream. */
    boolean endStay(MergeInner<R> inner) {
        boolean mine = takeOver(inner);
        if (mine) {
            passUntilNoneMissed();
        }
        return mine;
    }

    @Override
    protected void upstreamEnded(@Nullable Throwable error) {
        if (error == null || delayed != null) {
            close(error);
            drain();
        } else {
            fail(error);
        }
    }

    @Override
    protected void functionThrew(Throwable error) {
        fail(error);
    }

    /** Cancels everything at once; the error comes after what waits. Any thread may call it. */
    @Override
    protected void fail(Throwable error) {
        close(error);
        doomed = true;
        stop();
        drain();
    }

    @Override
    protected @Nullable Throwable takeFailure() {
        return DelayedErrors.taken(delayed, super.takeFailure(), doomed);
    }

    // ---------------------------------------------------------------------------------------- from downstream

    @Override
    protected void demanded(long n, long before) {
        if (backlogged) {
            drain();
        }
    }

    @Override
    protected void settle() {
        super.settle();
        if (refused()) {
            drain();
        }
    }

    @Override
    protected void stop() {
        super.stop();
        for (int i = 0; i < slots.size(); i++) {
            MergeInner<R> inner = slots.get(i);
            if (inner != null) {
                inner.cancel();
            }
        }
    }

    @Override
    protected void abandon() {
        drain();
    }

    // ----------------------------------------------------------------------------------------------- emission

    @Override
    protected void pass() {
        try {
            passes();
        } catch (Throwable t) {
            backlogged = true; // perhaps: whoever brings demand looks
            throw t;
        }
    }

    private void passes() {
        while (!ended()) {
            boolean last = closing();
            boolean lost = doomed;
            if (refused()) {
                endRefused();
            } else if (!rounds()) {
                if (backlogged || !(lost || (last && running() == 0))) {
                    return;
                }
                end(takeFailure());
            }
        }
        dropAll();
    }

    /** Gives each stream a turn, over and over, and removes those that are exhausted; false when nothing came of it. */
    private boolean rounds() {
        int last = turn;
        int slot = last;
        boolean left = false;
        boolean progress = false;
        int size = slots.size();
        for (int fruitless = 0; fruitless < size; fruitless++) {
            slot = slot < size ? slot : 0;
            MergeInner<R> inner = slots.get(slot++);
            if (inner == null) {
                continue;
            }
            if (mayEmit() && inner.emitNext()) {
                last = slot;
                fruitless = -1;
                left = false;
                progress = true;
            } else if (inner.isExhausted()) {
                progress |= remove(inner);
            } else {
                left |= !inner.nothingWaits();
            }
        }
        turn = last;
        return progress || changed(left);
    }

    /** Who brings demand looks at this after writing the demand; so when it becomes true the demand must be looked at again. */
    private boolean changed(boolean left) {
        if (backlogged == left) {
            return false;
        }
        backlogged = left;
        return true;
    }

    /** Only once for each stream, which may still stand in a copy of the slots. */
    private boolean remove(MergeInner<R> inner) {
        slots.remove(inner);
        if (!inner.markRemoved()) {
            return false;
        }
        if (delayed != null) {
            delayed.add(inner.error(), this);
        }
        REMOVED.setRelease(this, removed + 1);
        askForNext();
        return true;
    }

    private void dropAll() {
        Throwable thrown = null;
        for (int i = 0; i < slots.size(); i++) {
            MergeInner<R> inner = slots.get(i);
            thrown = inner == null ? thrown : Faults.join(thrown, dropEach(inner::poll));
        }
        Faults.rethrow(thrown);
        for (int i = 0; i < slots.size(); i++) {
            MergeInner<R> inner = slots.get(i);
            if (inner != null && inner.isExhausted() && inner.markRemoved()) {
                ledger.late(inner.error());
            }
        }
    }

    // ------------------------------------------------------------------------------------- for inner streams

    /** True on the thread of upstream, while it stays in the loop for this stream and is not in its onNext. */
    boolean upstreamStaysFor(MergeInner<R> inner) {
        return stayedFor == inner && staying == Thread.currentThread() && !inOnNext;
    }

    /** Emits an item on the thread of upstream, while that stays in the loop; false when that may not be. */
    boolean emittedStaying(MergeInner<R> inner, R item) {
        if (backlogged || doomed) {
            return false;
        }
        inOnNext = true;
        try {
            return inner.emitNow(item);
        } finally {
            inOnNext = false;
            if (reentered) {
                endStay(inner);
            }
        }
    }

    /** True on the thread of upstream, while it stays for this stream: it leaves the loop when its own call is done. */
    boolean reentersStay(@Nullable MergeInner<R> inner) {
        if (stayedFor != inner || staying != Thread.currentThread()) {
            return false;
        }
        reentered = true;
        return true;
    }

    /** Removes a stream that upstream stays for and that left nothing, if it ended on upstream's thread. */
    boolean removedStaying(MergeInner<R> inner) {
        if (!upstreamStaysFor(inner)) {
            return false;
        }
        remove(inner);
        stayEnded = true;
        STAYED_FOR.setRelease(this, null);
        return true;
    }

    /** Enters the loop if it looks as if an item could be emitted then. */
    boolean tryEnterToEmit() {
        return !backlogged && tryEnter();
    }

    boolean isBacklogged() {
        return backlogged;
    }

    /** True when what inner streams send is of no use any more. */
    boolean isLost() {
        return ended() || doomed;
    }

    /** True when an error of an inner stream is not kept for the end. */
    boolean failsAtOnce() {
        return delayed == null || ended();
    }

    // --------------------------------------------------------------------------------------------- the totals

    /** How many streams were started and not removed yet. */
    private int running() {
        return started - removed;
    }

    @Override
    public long waiting() {
        long sum = 0;
        for (int i = 0; i < slots.size(); i++) {
            MergeInner<R> inner = slots.get(i);
            sum += inner == null ? 0 : inner.waiting();
        }
        return sum;
    }

    @Override
    public long capacity() {
        return (long) concurrency * prefetch;
    }
}
