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
public final class SwitchLink<T, R> extends ExpandingLink<T, R> {
    private static final VarHandle NEWEST =
            Atomics.field(MethodHandles.lookup(), SwitchLink.class, "newest", SwitchInner.class);

    // Written by upstream, read by all.
    private volatile @Nullable SwitchInner<R> newest;
    private @Nullable Thread subscribing; // upstream's thread, while it subscribes to the holder; others see not theirs

    public SwitchLink(
            Object operator,
            StageSettings settings,
            Subscriber<? super R> downstream,
            Mapping<T, R> mapping,
            boolean delayErrors) {
        super(operator, settings, downstream, mapping, delayErrors);
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    public long prefetch() {
        return Demand.UNBOUNDED;
    }

    @Override
    void concludeRefused() {
        conclude(null);
    }

    @Override
    void mapperThrew(T item, Throwable error) {
        failOn(item, error);
    }

    @Override
    void start(Publisher<? extends R> stream) {
        SwitchInner<R> old = newest;
        if (old == null || old.claimEnd()) {
            switchToHolder(stream);
        } else {
            switchFrom(old, stream);
        }
    }

    /** Nobody has the right to emit, and nobody but the new stream can get it. */
    private void switchToHolder(Publisher<? extends R> stream) {
        boolean mayEmit = mayEmit() && !isDoomed();
        R only = mayEmit ? mapping.onlyItemOf(stream, ledger) : null;
        PullSource<? extends R> source = mayEmit ? mapping.sourceOf(stream) : null;
        if (only != null) {
            emittingHolder().emitOnly(only);
        } else if (source != null) {
            emittingHolder().emitFrom(source);
        } else {
            SwitchInner<R> next = SwitchInner.holder(this);
            NEWEST.setRelease(this, next); // next looks at the demand, and for a cancellation, after this
            begun();
            subscribe(next, stream, true);
        }
    }

    private SwitchInner<R> emittingHolder() {
        SwitchInner<R> next = SwitchInner.emitting(this);
        NEWEST.setRelease(this, next);
        begun();
        return next;
    }

    private void switchFrom(SwitchInner<R> old, Publisher<? extends R> stream) {
        SwitchInner<R> next = SwitchInner.pending(this);
        newest = next;
        old.cancel();
        boolean inherited = old.retire();
        begun(); // not before, since the old one might end and take itself for the last
        if (inherited) {
            handOn(0);
        }
        subscribe(next, stream, inherited);
    }

    void subscribe(SwitchInner<R> next, Publisher<? extends R> stream, boolean holder) {
        if (isDoomed()) {
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
    void endIfDone() {
        SwitchInner<R> last = newest;
        if (noMoreToCome() && (last == null || last.claimEnd())) {
            end(takeFailure());
        }
    }

    @Override
    protected void fail(Throwable error) {
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
        SwitchInner<R> old = newest;
        if (old == null || old.retire()) {
            end(takeFailure());
        }
    }

    // ---------------------------------------------------------------------------------------- from downstream

    @Override
    protected void demanded(long n, long before) {
        SwitchInner<R> inner = newest;
        if (inner != null) {
            inner.grant();
        }
    }

    @Override
    protected boolean takesWithin() {
        SwitchInner<R> inner = newest;
        return inner == null || inner.takesWithin();
    }

    @Override
    protected void demandedWithin(long n) {
        SwitchInner<R> inner = newest;
        if (inner != null) {
            inner.grantWithin(n);
        }
    }

    @Override
    protected void stop() {
        super.stop();
        SwitchInner<R> inner = newest;
        if (inner != null) {
            inner.cancel();
        }
    }

    // ------------------------------------------------------------------------------------- the right to emit

    /** True on the thread of upstream, while it subscribes to the stream that has the right to emit. */
    boolean isSubscribing() {
        return subscribing == Thread.currentThread();
    }

    @Override
    boolean hasReentered() {
        SwitchInner<R> holder = newest;
        return holder == null || !holder.isEmitting();
    }

    @Override
    void emitTaken(R item) {
        if (hasReentered()) {
            receivedInner(item);
            dropRetired(item);
        } else {
            super.emitTaken(item);
        }
    }

    /** Drops an item of a stream that was retired, in favour of a newer one or since the stage failed. */
    void dropRetired(Object item) {
        ledger.droppedLate(item, isDoomed() ? reasonForUnused() : DropReason.SUPERSEDED);
    }

    /**
     * Gives the right to emit to the newest stream, or ends. Only for whoever has it, when its own stream is retired.
     *
     * <p>The new stream may emit at once, from within, and be retired while it does: then this method is called again,
     * so deep and no deeper. Beyond that the call is left to the one that is under way.
     */
    void handOn(int depth) {
        while (!isDoomed()) {
            SwitchInner<R> heir = newest;
            if (heir == null || (heir.inherit(depth) && !heir.owesHandOn())) {
                return;
            }
        }
        end(takeFailure());
    }
}
