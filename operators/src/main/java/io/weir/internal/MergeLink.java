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
 */
public final class MergeLink<T, R> extends StayingLink<T, R> {
    private static final VarHandle STARTED =
            Atomics.field(MethodHandles.lookup(), MergeLink.class, "started", int.class);
    private static final VarHandle REMOVED =
            Atomics.field(MethodHandles.lookup(), MergeLink.class, "removed", int.class);

    private final int concurrency;
    private final int prefetch;

    // Upstream adds, the drain removes, all read. Both counters may wrap: only their difference is used.
    private final Slots<MergeInner<R>> slots = new Slots<>();
    private volatile int started; // written by upstream
    private volatile int removed; // written by whoever is in the drain loop

    // Owned by whoever is in the drain loop.
    private volatile boolean backlogged; // a pass left items waiting; read by all
    private int turn;

    public MergeLink(
            Object operator,
            StageSettings settings,
            Subscriber<? super R> downstream,
            Mapping<T, R> mapping,
            int concurrency,
            int prefetch,
            boolean delayErrors) {
        super(operator, settings, downstream, mapping, delayErrors);
        this.concurrency = concurrency;
        this.prefetch = prefetch;
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    public long prefetch() {
        return concurrency == Integer.MAX_VALUE ? Demand.UNBOUNDED : concurrency;
    }

    @Override
    void concludeRefused() {
        drain();
    }

    @Override
    boolean hasPlaceFor(T item) {
        if (running() + beginning() < concurrency) {
            return true;
        }
        drop(item, DropReason.NO_DEMAND); // more than was asked for (§1.1)
        return false;
    }

    @Override
    void mapperThrew(T item, Throwable error) {
        failOnOrSkip(item, error);
    }

    @Override
    void start(Publisher<? extends R> stream) {
        R only = mapping.onlyItemOf(stream, ledger);
        if (only != null && emittedOnly(only)) {
            return;
        }
        PullSource<? extends R> source = mapping.sourceOf(stream);
        if (source == null || running() > 0 || !enteredToEmit()) {
            subscribeTo(stream);
        } else {
            emitFrom(source);
        }
    }

    /** Emits the only item that there is, if that can be done at once. */
    private boolean emittedOnly(R item) {
        if (!enteredToEmit()) {
            return false;
        }
        try {
            boolean may = wantsMore();
            if (may) {
                begun();
                emitTaken(item);
                askForNext();
            }
            return may;
        } finally {
            upstreamLeaves();
        }
    }

    /** Emits what is demanded; the rest needs a subscription. Only right after entering the loop, while there is no other stream. */
    private void emitFrom(PullSource<? extends R> source) {
        STARTED.setRelease(this, started + 1); // it counts as a stream meanwhile
        begun();
        PullSubscription<? extends R> rest = null;
        try {
            rest = restAfterEmission(source);
        } finally {
            if (rest == null) {
                upstreamLeaves();
            }
        }
        if (rest != null) {
            subscribeToRest(rest);
        }
    }

    private @Nullable PullSubscription<? extends R> restAfterEmission(PullSource<? extends R> source) {
        PullSubscription<? extends R> rest = null;
        Throwable error = null;
        try {
            rest = restOf(source);
        } catch (Throwable t) {
            rethrowFatal(t);
            error = innerOutcome(t);
        }
        if (error != null && failsAtOnce()) {
            fail(error);
        } else if (rest == null) {
            goOnAfter(error);
        }
        return rest;
    }

    private void subscribeToRest(PullSubscription<? extends R> rest) {
        MergeInner<R> inner = new MergeInner<>(this, prefetch);
        slots.add(inner); // the inner stream looks for a cancellation after this
        if (hasReentered()) {
            leaveAndSubscribe(inner, rest);
        } else {
            subscribeStaying(inner, rest);
        }
    }

    @Override
    boolean hasReentered() {
        return running() != 1;
    }

    @Override
    boolean wantsMore() {
        return mayEmit() && !isDoomed();
    }

    private boolean enteredToEmit() {
        if (backlogged || !upstreamEnters()) {
            return false;
        }
        if (backlogged || !mayEmit()) {
            leave();
            return false;
        }
        return true;
    }

    private void subscribeTo(Publisher<? extends R> stream) {
        MergeInner<R> inner = new MergeInner<>(this, prefetch);
        boolean alone = running() == 0;
        STARTED.setRelease(this, started + 1);
        slots.add(inner); // the inner stream looks for a cancellation after this
        begun();
        if (alone && upstreamEnters()) {
            subscribeStaying(inner, stream);
        } else {
            subscribeLeaving(inner, stream);
        }
    }

    @Override
    void endIfDone() {
        drain();
    }

    /** Any thread may call it. */
    @Override
    protected void fail(Throwable error) {
        doom(error);
        drain();
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
            boolean last = noMoreToCome();
            boolean lost = isDoomed();
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
    @Override
    boolean remove(MergeInner<R> inner) {
        slots.remove(inner);
        if (!inner.markRemoved()) {
            return false;
        }
        goOnAfter(inner.error());
        return true;
    }

    /** A stream has ended, perhaps with an error to be kept; the next may come. */
    private void goOnAfter(@Nullable Throwable error) {
        keep(error);
        REMOVED.setRelease(this, removed + 1);
        askForNext();
    }

    private void dropAll() {
        Throwable thrown = null;
        for (int i = 0; i < slots.size(); i++) {
            MergeInner<R> inner = slots.get(i);
            thrown = inner == null ? thrown : Faults.joinThrown(thrown, dropEach(inner::poll));
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

    /** Enters the loop if it looks as if an item could be emitted then. */
    boolean tryEnterToEmit() {
        return !backlogged && tryEnter();
    }

    @Override
    boolean mustWait() {
        return backlogged || isDoomed();
    }

    boolean isBacklogged() {
        return backlogged;
    }

    /** True when what inner streams send is of no use any more. */
    boolean isLost() {
        return ended() || isDoomed();
    }

    // --------------------------------------------------------------------------------------------- the totals

    @Override
    int running() {
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
