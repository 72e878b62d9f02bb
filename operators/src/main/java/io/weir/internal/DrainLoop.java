package io.weir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Work that several threads may ask for and one at a time does.
 *
 * <p>Whoever takes {@code loop} from IDLE to RUNNING runs passes until none was asked for in the meantime. Every call of
 * {@link #drain()} is therefore followed by a whole pass that sees what the caller wrote before it. No thread waits; only who keeps the loop
 * while there is nothing to do may be late.
 *
 * <p>Of work that may be {@link #overlooked()} no pass needs to be told while one is running: whoever gives the right back looks
 * for it after that. So two threads that are equally fast do not write {@code loop} for each item.
 */
abstract class DrainLoop {
    private static final VarHandle LOOP = Atomics.field(MethodHandles.lookup(), DrainLoop.class, "loop", byte.class);
    private static final byte IDLE = 0;
    private static final byte RUNNING = 1;
    private static final byte AGAIN = 2; // running, and one more pass was asked for

    // Written by any thread.
    private volatile byte loop;

    /** One pass over whatever there is to do. Never runs twice at once. */
    protected abstract void pass();

    protected final void drain() {
        if (tryEnter() || !leftToOther()) {
            passUntilNoneMissed();
        }
    }

    /** Asks whoever runs passes for one more; false when nobody does any more, and the caller has to. */
    private boolean leftToOther() {
        if (loop == AGAIN) {
            VarHandle.fullFence(); // what the caller wrote comes before the second look, and a later pass sees it
            if (loop == AGAIN) {
                return true;
            }
        }
        return (byte) LOOP.getAndSet(this, AGAIN) != IDLE;
    }

    /**
     * Takes the right to run passes when nobody has it. Must be followed by {@link #passUntilNoneMissed()} or {@link #leave()}, sooner or later.
     */
    protected final boolean tryEnter() {
        return loop == IDLE && LOOP.compareAndSet(this, IDLE, RUNNING);
    }

    /** Only for the thread that entered. */
    protected final void passUntilNoneMissed() {
        Throwable thrown = null;
        boolean again;
        do {
            again = false;
            try {
                pass();
            } catch (Throwable t) {
                // It may have left something undone; so may the next, therefore once only.
                again = thrown == null;
                thrown = Faults.joinThrown(thrown, t);
            }
        } while (again || !left());
        Faults.rethrow(thrown);
    }

    /** The same for the thread that entered and left nothing to do for a pass. */
    protected final void leave() {
        if (!left()) {
            passUntilNoneMissed();
        }
    }

    /** True when one more pass was asked for. Only for whoever is in the loop. */
    protected final boolean missed() {
        return loop == AGAIN;
    }

    /** Gives the right back, unless there is more to do. */
    private boolean left() {
        if (LOOP.compareAndSet(this, RUNNING, IDLE)) {
            return !overlooked() || !tryEnter();
        }
        loop = RUNNING;
        return false;
    }

    /**
     * True when there is work that a pass could do, and that nobody may have asked a pass for: whoever brings it writes it down, fences,
     * and asks only if the loop is idle then. Any thread asks this; it may be true too often, but not once a pass has done what it can.
     */
    protected boolean overlooked() {
        return false;
    }

    /** True when no pass is running, and everything written by the last one is visible. */
    protected final boolean idle() {
        return loop == IDLE;
    }
}
