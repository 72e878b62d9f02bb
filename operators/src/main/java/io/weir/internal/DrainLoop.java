package io.weir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Work that several threads may ask for and one at a time does.
 *
 * <p>Whoever raises {@code missed} from 0 runs passes until none was asked for in the meantime. Every call of {@link
 * #drain()} is therefore followed by a whole pass that sees what the caller wrote before it. No thread waits.
 */
abstract class DrainLoop {
    private static final VarHandle MISSED = Atomics.field(MethodHandles.lookup(), DrainLoop.class, "missed", int.class);

    // Written by any thread.
    private volatile int missed;

    /** One pass over whatever there is to do. Never runs twice at once. */
    protected abstract void pass();

    protected final void drain() {
        if ((int) MISSED.getAndAdd(this, 1) == 0) {
            passUntilNoneMissed();
        }
    }

    /** Takes the right to run passes when nobody has it. Must be followed by {@link #passUntilNoneMissed()}. */
    protected final boolean tryEnter() {
        return missed == 0 && MISSED.compareAndSet(this, 0, 1);
    }

    /** Only for the thread that entered. */
    protected final void passUntilNoneMissed() {
        int seen = missed;
        do {
            try {
                pass();
            } catch (Throwable t) {
                if ((int) MISSED.getAndSet(this, 0) != seen) {
                    drain(); // for whoever asked meanwhile
                }
                throw t;
            }
            seen = (int) MISSED.getAndAdd(this, -seen) - seen;
        } while (seen != 0);
    }

    /** True when no pass is running, and everything written by the last one is visible. */
    protected final boolean idle() {
        return missed == 0;
    }
}
