package io.weir.benchmarks.grid;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Waiting for another thread: spins, as such waits are short, and yields now and then, as there may be fewer cores than
 * threads. It gives up after a while, with a message.
 */
final class Wait {
    static final long LIMIT_SECONDS = 30;

    private static final int SPINS = 64;

    private final String what;
    private final long limitSeconds;
    private long turns;
    private long since;

    private Wait(String what, long limitSeconds) {
        this.what = what;
        this.limitSeconds = limitSeconds;
    }

    static Wait upTo(String what) {
        return new Wait(what, LIMIT_SECONDS);
    }

    static Wait forever() {
        return new Wait("anything", Long.MAX_VALUE);
    }

    static void until(BooleanSupplier reached, String what) {
        Wait wait = upTo(what);
        while (!reached.getAsBoolean()) {
            wait.turn();
        }
    }

    /** One turn of the loop that waits. */
    @SuppressWarnings(
            "ThreadPriorityCheck") // nothing is correct because of the yield, but all would be slow without it
    void turn() {
        turns++;
        if (turns % SPINS != 0) {
            Thread.onSpinWait();
            return;
        }
        Thread.yield();
        long now = System.nanoTime();
        if (turns == SPINS) {
            since = now;
        } else if (now - since > TimeUnit.SECONDS.toNanos(limitSeconds)) {
            throw new IllegalStateException("waited " + limitSeconds + " seconds in vain for " + what);
        }
    }

    /** What was waited for is there; the next turn is the first of another wait. */
    void over() {
        turns = 0;
    }
}
