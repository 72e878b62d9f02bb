package io.weir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An inner stream that is asked for exactly what downstream still wants, and whose items are passed on without waiting.
 *
 * <p>Once active, the inner stream owes whatever is requested beyond {@code base}, the number emitted before it. Both
 * the requester and whoever activates the stream call {@link #grant()} after their own write; a compare-and-set on the
 * total granted so far lets each part of the demand through once, whichever of them comes first.
 */
abstract class PassingInner<R> extends InnerStream<R> {
    private static final VarHandle GRANTED =
            Atomics.field(MethodHandles.lookup(), PassingInner.class, "granted", long.class);
    private static final long INACTIVE = -1;

    private final Link<?, R> link;

    // Written once, by whoever has the right to emit.
    private volatile long base = INACTIVE;

    // Written by any thread.
    private volatile long granted;

    PassingInner(Link<?, R> link) {
        super(link);
        this.link = link;
    }

    @Override
    protected final void started() {
        grant();
    }

    /** From now on the inner stream owns the right to emit. */
    final void activate(long emittedBefore) {
        base = emittedBefore;
        grant();
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
