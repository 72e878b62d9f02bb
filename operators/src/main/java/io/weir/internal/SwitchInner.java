package io.weir.internal;

import io.weir.DropReason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** One of the streams of a {@link SwitchLink}, and its part in who has the right to emit. */
final class SwitchInner<R> extends PassingInner<R, SwitchLink<?, R>> {
    private static final VarHandle PHASE = Atomics.field(MethodHandles.lookup(), SwitchInner.class, "phase", int.class);
    private static final int MOST_NESTED = 16;

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

    private SwitchInner(SwitchLink<?, R> link, long emittedBefore, int phase) {
        super(link, emittedBefore);
        PHASE.set(this, phase);
    }

    /** One that somebody else will hand the right to. */
    static <R> SwitchInner<R> pending(SwitchLink<?, R> link) {
        return new SwitchInner<>(link, INACTIVE, PENDING);
    }

    /** One that has the right, and is to be subscribed to. */
    static <R> SwitchInner<R> holder(SwitchLink<?, R> link) {
        return new SwitchInner<>(link, link.spent(), READY);
    }

    /** One that has the right, and emits without a subscription. */
    static <R> SwitchInner<R> emitting(SwitchLink<?, R> link) {
        return new SwitchInner<>(link, INACTIVE, EMITTING);
    }

    // -------------------------------------------------------------------------------------- its signals

    @Override
    void next(R item) {
        if (isPassing()) {
            passWithin(item);
        } else if (upstreamSubscribes()) {
            direct = true;
            try {
                pass(item);
            } finally {
                direct = false;
                release(phase == READY);
            }
        } else if (move(READY, EMITTING)) {
            try {
                pass(item);
            } finally {
                release(move(EMITTING, READY));
            }
        } else if (phase == RETIRED) {
            link.dropRetired(item);
        } else {
            link.ledger.droppedLate(item, DropReason.NO_DEMAND);
        }
    }

    /** An item from within another one. */
    private void passWithin(R item) {
        if (phase == RETIRED) {
            link.dropRetired(item);
        } else {
            link.emitInner(item);
        }
    }

    /** The only item that there is, without a subscription. */
    void emitOnly(R item) {
        link.emitTaken(item);
        endAsHolder();
    }

    /** What a source has, as far as it is wanted; the rest needs a subscription. */
    void emitFrom(PullSource<? extends R> source) {
        PullSubscription<? extends R> rest = null;
        try {
            rest = link.restOf(source);
        } catch (Throwable t) {
            link.rethrowFatal(t);
            error = t;
        }
        if (phase == RETIRED) { // upstream has re-entered
            handOnAsRetired();
        }
        if (rest != null) {
            startFrom(link.spent());
            link.subscribe(this, rest, move(EMITTING, READY));
        } else if (phase == EMITTING) {
            endAsHolder();
        }
    }

    /** True for the holder on upstream's thread, while that subscribes to it: so nobody can retire it. */
    private boolean upstreamSubscribes() {
        return phase == READY && link.isSubscribing();
    }

    private void release(boolean stillMine) {
        if (!stillMine) {
            handOnAsRetired();
        } else if (isFinished()) {
            settleEnd(); // it ended within its own onNext
        }
    }

    /** It was replaced while it emitted; an error that it may have ended with meanwhile is late. */
    private void handOnAsRetired() {
        try {
            link.ledger.late(error);
        } finally {
            handOnFromHere();
        }
    }

    @Override
    protected void settleEnd() {
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
            link.ledger.late(error); // retired
        }
    }

    /** As in an onNext, so that nobody takes the right over before everything is written down. */
    private void endAsHolder() {
        if (error != null && link.failsAtOnce()) {
            link.holderFailed(error);
            return;
        }
        link.keep(error);
        if (!move(EMITTING, DONE)) {
            handOnFromHere();
        } else if (link.noMoreToCome() && claimEnd()) {
            link.end(link.takeFailure());
        }
    }

    boolean isEmitting() {
        return phase == EMITTING;
    }

    boolean owesHandOn() {
        return owesHandOn;
    }

    /** True for one of those who may signal the end of the last stream. */
    boolean claimEnd() {
        return move(DONE, RETIRED);
    }

    private void handOnFromHere() {
        if (inheriting != Thread.currentThread()) {
            link.handOn(0);
        } else if (depth < MOST_NESTED) {
            link.handOn(depth + 1);
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
            activate(link.spent());
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
            link.ledger.late(error);
        }
        return !direct && (before == READY || before == DONE);
    }

    private boolean move(int from, int to) {
        return PHASE.compareAndSet(this, from, to);
    }
}
