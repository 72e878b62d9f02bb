package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * The newest inner stream only.
 *
 * <p>The right to emit is held by one inner stream at a time, and is inherited by the newest. Each inner stream goes
 * through phases: it is PENDING until it inherits, READY while it holds the right, EMITTING during an {@code onNext}, DONE
 * when it completed as the holder, RETIRED when a newer one was subscribed to. Upstream retires the old stream: if
 * that was READY or DONE, upstream now holds the right and hands it to the new one; if it was EMITTING, the emitting thread
 * finds its stream retired on its way out, and hands the right on; if it was PENDING, somebody else still holds the
 * right and will hand it to whichever stream is newest then. An error of upstream or of a function inherits in the same
 * way as a stream does.
 *
 * <p>While upstream subscribes to a stream that already holds the right, nobody can retire it but upstream itself, so
 * items that come on upstream's own thread need no change of phase.
 */
public final class SwitchLink<T, R> extends Link<T, R> {
    private static final VarHandle NEWEST =
            Atomics.field(MethodHandles.lookup(), SwitchLink.class, "newest", SwitchLink.Inner.class);
    private static final int MOST_NESTED = 16;

    private final Mapping<T, R> mapping;
    private final @Nullable DelayedErrors delayed; // null where an error ends the stream at once

    // Written by upstream, read by all.
    private volatile @Nullable Inner newest;
    private @Nullable Thread subscribing; // upstream's thread, while it subscribes to the holder; others see not theirs

    // Written by any thread.
    private volatile boolean doomed; // the stream ends as soon as the right to emit is free

    public SwitchLink(
            Object operator,
            StageSettings settings,
            Subscriber<? super R> downstream,
            Mapping<T, R> mapping,
            boolean delayErrors) {
        super(operator, settings, downstream);
        this.mapping = mapping;
        this.delayed = DelayedErrors.keptIf(delayErrors);
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    public long prefetch() {
        return Demand.UNBOUNDED;
    }

    @Override
    public void onNext(T item) {
        received(item);
        if (!admits(item)) {
            return;
        }
        if (refused()) {
            ledger.droppedLate(item, DropReason.FAILED);
            conclude(null);
            return;
        }
        Publisher<? extends R> stream;
        try {
            stream = mapping.streamOf(item);
        } catch (Throwable t) {
            failOn(item, t);
            return;
        }
        ledger.expanded(item);
        Inner old = newest;
        if (old == null || old.claimEnd()) {
            switchToHolder(stream);
        } else {
            switchFrom(old, stream);
        }
    }

    /** Nobody has the right to emit, and nobody but the new stream can get it. */
    private void switchToHolder(Publisher<? extends R> stream) {
        R only = mapping.onlyItemOf(stream, ledger);
        PullSubscription<? extends R> source = only == null ? mapping.openedSourceOf(stream) : null;
        if ((only == null && source == null) || doomed || !mayEmit()) {
            Inner next = new Inner(emitted(), Inner.READY);
            NEWEST.setRelease(this, next); // next looks at the demand, and for a cancellation, after this
            subscribeTo(next, source == null ? stream : source, true);
            return;
        }
        Inner next = new Inner(PassingInner.INACTIVE, Inner.EMITTING);
        NEWEST.setRelease(this, next);
        if (only != null) {
            next.emitOnly(only);
        } else if (source != null) {
            next.emitFrom(source);
        }
    }

    private void switchFrom(Inner old, Publisher<? extends R> stream) {
        Inner next = new Inner(PassingInner.INACTIVE, Inner.PENDING);
        newest = next;
        old.cancel();
        boolean inherited = old.retire();
        if (inherited) {
            handOn(0);
        }
        subscribeTo(next, stream, inherited);
    }

    private void subscribeTo(Inner next, Publisher<? extends R> stream, boolean holder) {
        if (doomed) {
            next.cancel();
        }
        Thread outer = subscribing;
        subscribing = holder ? Thread.currentThread() : null;
        try {
            next.subscribeTo(stream);
        } finally {
            subscribing = outer;
        }
    }

    @Override
    protected void upstreamEnded(@Nullable Throwable error) {
        if (error == null || delayed != null) {
            close(error);
            Inner last = newest;
            if (last == null || last.claimEnd()) {
                end(takeFailure());
            }
        } else {
            conclude(error);
        }
    }

    @Override
    protected void fail(Throwable error) {
        conclude(error);
    }

    @Override
    protected void functionThrew(Throwable error) {
        conclude(error);
    }

    @Override
    protected void holderFailed(Throwable error) {
        doom(error);
        end(takeFailure());
    }

    /** Only for upstream: cancels everything at once, and ends the stream as soon as the right to emit is free. */
    private void conclude(@Nullable Throwable error) {
        doom(error);
        Inner old = newest;
        if (old == null || old.retire()) {
            end(takeFailure());
        }
    }

    private void doom(@Nullable Throwable error) {
        close(error);
        doomed = true;
        stop();
    }

    @Override
    protected @Nullable Throwable takeFailure() {
        return DelayedErrors.taken(delayed, super.takeFailure(), doomed);
    }

    // ---------------------------------------------------------------------------------------- from downstream

    @Override
    protected void demanded(long n, long before) {
        Inner inner = newest;
        if (inner != null) {
            inner.grant();
        }
    }

    @Override
    protected void stop() {
        super.stop();
        Inner inner = newest;
        if (inner != null) {
            inner.cancel();
        }
    }

    // ------------------------------------------------------------------------------------- the right to emit

    @Override
    boolean wantsMore() {
        Inner holder = newest;
        return mayEmit() && holder != null && holder.phase == Inner.EMITTING; // else a source has re-entered
    }

    /**
     * Gives the right to emit to the newest stream, or ends. Only for whoever has it, when its own stream is retired.
     *
     * <p>The new stream may emit at once, from within, and be retired while it does: then this method is called again,
     * so deep and no deeper. Beyond that the call is left to the one that is under way.
     */
    private void handOn(int depth) {
        while (!doomed) {
            Inner heir = newest;
            if (heir == null || (heir.inherit(depth) && !heir.owesHandOn)) {
                return;
            }
        }
        end(takeFailure());
    }

    private final class Inner extends PassingInner<R, SwitchLink<T, R>> {
        private static final VarHandle PHASE =
                Atomics.field(MethodHandles.lookup(), SwitchLink.Inner.class, "phase", int.class);
        private static final int PENDING = 0;
        private static final int PENDING_ENDED = 1;
        private static final int READY = 2;
        private static final int EMITTING = 3;
        private static final int DONE = 4;
        private static final int RETIRED = 5;

        // Written by any thread.
        private volatile int phase;

        // Owned by upstream.
        private boolean direct; // in an onNext on upstream's thread, without a change of phase

        // Owned by the thread on which it inherits, for as long as that takes.
        private @Nullable Thread inheriting; // others see not theirs
        private int depth;
        private boolean owesHandOn;

        // Owned by the inner stream.
        private boolean inOnNext;
        private @Nullable Throwable error; // published by the phase PENDING_ENDED

        Inner(long emittedBefore, int phase) {
            super(SwitchLink.this, emittedBefore);
            PHASE.set(this, phase);
        }

        // -------------------------------------------------------------------------------------- its signals

        @Override
        void next(R item) {
            if (inOnNext) {
                emitInner(item); // a source that re-enters
            } else if (upstreamSubscribes()) {
                direct = true;
                pass(item);
                direct = false;
                release(phase == READY);
            } else if (move(READY, EMITTING)) {
                pass(item);
                release(move(EMITTING, READY));
            } else {
                ledger.droppedLate(item, phase == RETIRED ? DropReason.SUPERSEDED : DropReason.NO_DEMAND);
            }
        }

        private void pass(R item) {
            inOnNext = true;
            emitInner(item);
            inOnNext = false;
        }

        /** The only item that there is, without a subscription. */
        void emitOnly(R item) {
            receivedInner(item);
            emitInner(item);
            endAsHolder();
        }

        /** What a source has, as far as it is demanded; the rest needs a subscription. */
        void emitFrom(PullSubscription<? extends R> source) {
            boolean empty = source.emptiedInto(SwitchLink.this);
            error = source.failure();
            boolean mine = phase == EMITTING; // else upstream has re-entered
            if (!empty) {
                startFrom(emitted());
                SwitchLink.this.subscribeTo(this, source, mine && move(EMITTING, READY));
            } else if (mine) {
                endAsHolder();
            }
            if (!mine) {
                ledger.late(error);
                handOnFromHere();
            }
        }

        /** True for the holder on upstream's thread, while that subscribes to it: so nobody can retire it. */
        private boolean upstreamSubscribes() {
            return subscribing == Thread.currentThread() && phase == READY;
        }

        private void release(boolean stillMine) {
            if (!stillMine) {
                handOnFromHere();
            } else if (isFinished()) {
                settleEnd(); // it ended within its own onNext
            }
        }

        @Override
        void ended(@Nullable Throwable error) {
            this.error = error;
            if (!inOnNext) {
                settleEnd();
            }
        }

        private void settleEnd() {
            if (upstreamSubscribes()) {
                PHASE.setRelease(this, EMITTING);
                endAsHolder();
            } else if (move(READY, EMITTING)) {
                endAsHolder();
            } else if (move(PENDING, PENDING_ENDED)) {
                return; // whoever hands the right on will see it
            } else if (move(READY, EMITTING)) {
                endAsHolder(); // it inherited in this very moment
            } else {
                ledger.late(error); // retired
            }
        }

        /** As in an onNext, so that nobody takes the right over before everything is written down. */
        private void endAsHolder() {
            if (error != null && delayed == null) {
                holderFailed(error);
                return;
            }
            if (delayed != null) {
                delayed.add(error, SwitchLink.this);
            }
            if (!move(EMITTING, DONE)) {
                handOnFromHere();
            } else if (closing() && claimEnd()) {
                end(takeFailure());
            }
        }

        /** True for one of those who may signal the end of the last stream. */
        boolean claimEnd() {
            return move(DONE, RETIRED);
        }

        private void handOnFromHere() {
            if (inheriting != Thread.currentThread()) {
                handOn(0);
            } else if (depth < MOST_NESTED) {
                handOn(depth + 1);
            } else {
                owesHandOn = true;
            }
        }

        // ---------------------------------------------------------------------------------- the right to emit

        /** Takes the right over; false when it is retired by now. */
        boolean inherit(int nesting) {
            if (move(PENDING, READY)) {
                depth = nesting;
                inheriting = Thread.currentThread();
                activate(emitted());
                inheriting = null;
                return true;
            }
            if (move(PENDING_ENDED, EMITTING)) {
                depth = nesting;
                inheriting = Thread.currentThread();
                endAsHolder();
                inheriting = null;
                return true;
            }
            return false;
        }

        /** Puts it out of action; true when the right to emit is now the caller's. */
        boolean retire() {
            int before = (int) PHASE.getAndSet(this, RETIRED);
            if (before == PENDING_ENDED) {
                ledger.late(error);
            }
            return !direct && (before == READY || before == DONE);
        }

        private boolean move(int from, int to) {
            return PHASE.compareAndSet(this, from, to);
        }
    }
}
