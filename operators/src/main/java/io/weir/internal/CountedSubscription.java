package io.weir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A subscription of this library, and its demand: it never sends more than was requested, and refuses a request that is not
 * positive. So a stage right below it need not do the same once more.
 *
 * <p><b>Demand</b> begins with a total that only grows: what any thread has requested. Once nothing more may be sent it is closed, by
 * its sign: so one read of it tells the emitter whether there is demand and whether the stream goes on.
 */
abstract class CountedSubscription extends DrainLoop implements Subscription {
    protected static final VarHandle REQUESTED =
            Atomics.field(MethodHandles.lookup(), CountedSubscription.class, "requested", long.class);

    protected static final long CLOSED = Long.MIN_VALUE; // the bit of `requested` that says so

    // Written by any thread.
    protected volatile long requested; // the total, and whether it is closed

    /** True when this is whom it sends its items to, with nobody in between. */
    abstract boolean sendsTo(Subscriber<?> subscriber);

    /** Nothing more may be sent. What is requested in the same moment is counted all the same. */
    protected final void closeDemand() {
        REQUESTED.getAndBitwiseOr(this, CLOSED);
    }

    /** True when nothing more may be sent. */
    protected final boolean isClosed() {
        return requested < 0;
    }

    /** The total ever requested, but for what needs to be in no total since it was requested from within an item. */
    protected final long requested() {
        return requested & ~CLOSED;
    }

    /** What was requested and has not been delivered yet; {@code Long.MAX_VALUE} if it is unbounded. */
    public abstract long demand();
}
