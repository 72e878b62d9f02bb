package io.weir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * An inner stream that is asked for exactly what downstream still wants, and whose items are passed on without waiting.
 *
 * <p>Once active, the inner stream owes whatever is requested beyond {@code base}, what was used up before it. Both
 * the requester and whoever activates the stream call {@link #grant()} after their own write; a compare-and-set on the
 * total granted so far lets each part of the demand through once, whichever of them comes first. What the emitter requests in
 * the middle of an item is in no total, and is granted apart; it makes the base of the next stream smaller, perhaps less than 0.
 */
abstract class PassingInner<R, L extends Link<?, R>> extends InnerStream<R, L> {
    private static final VarHandle GRANTED =
            Atomics.field(MethodHandles.lookup(), PassingInner.class, "granted", long.class);
    private static final VarHandle BASE = Atomics.field(MethodHandles.lookup(), PassingInner.class, "base", long.class);
    static final long INACTIVE = Long.MIN_VALUE;

    // Written once: when it is made, or by whoever has the right to emit.
    private volatile long base;

    // Written by any thread.
    private volatile long granted;

    // Owned by the inner stream.
    private boolean inOnNext;
    protected @Nullable Throwable error; // what it has ended with

    /** An inner stream that owns the right to emit from the start, unless it is {@link #INACTIVE}. */
    PassingInner(L link, long emittedBefore) {
        super(link);
        BASE.set(this, emittedBefore);
    }

    // ------------------------------------------------------------------------------------------ its signals

    /** Emits an item; an end that comes in the middle of it is left for whoever called this. Only with the right to emit. */
    protected final void pass(R item) {
        inOnNext = true;
        try {
            link.emitInner(item);
        } finally {
            inOnNext = false;
        }
    }

    /** True when another of its items is being emitted: the source re-enters. */
    protected final boolean isPassing() {
        return inOnNext;
    }

    @Override
    final void ended(@Nullable Throwable outcome) {
        error = outcome;
        if (!inOnNext) {
            settleEnd();
        }
    }

    /** It has ended, and no item of it is being emitted. */
    protected abstract void settleEnd();

    // ---------------------------------------------------------------------------------------------- its demand

    @Override
    protected final long firstRequest() {
        long from = base;
        if (from == INACTIVE) {
            return 0;
        }
        long total = Demand.left(link.requested(), from);
        GRANTED.set(this, total); // seen by whoever sees the subscription
        return total;
    }

    /** Whoever cancels the stage writes that down, then looks for inner streams; so this one looks whether it was. */
    @Override
    protected final void started() {
        if (link.ended()) {
            cancel();
        } else {
            grant();
        }
    }

    /** Where it starts; nobody looks at that before it has a subscription. Only for whoever has the right to emit. */
    final void startFrom(long emittedBefore) {
        BASE.set(this, emittedBefore);
    }

    /** From now on the inner stream owns the right to emit. */
    final void activate(long emittedBefore) {
        base = emittedBefore;
        grant();
    }

    /** False where what is requested from within an item must be in the total, since this stream will look at that. */
    final boolean takesWithin() {
        return base == INACTIVE || hasSubscription();
    }

    /** Asks for what was requested from within an item; who activates the stream later takes it into account. */
    final void grantWithin(long n) {
        if (base != INACTIVE) {
            requestInner(n);
        }
    }

    /** Asks for what downstream wants and nobody has been asked for yet. */
    final void grant() {
        long from = base;
        if (from == INACTIVE || !hasSubscription()) {
            return;
        }
        while (true) {
            long before = granted;
            long total = Demand.left(link.requested(), from);
            if (total <= before) {
                return;
            }
            if (GRANTED.compareAndSet(this, before, total)) {
                requestInner(total == Demand.UNBOUNDED ? total : total - before);
                return;
            }
        }
    }
}
