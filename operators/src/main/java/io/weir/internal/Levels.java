package io.weir.internal;

import io.weir.spi.Probe;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Reports levels, which several threads change at once, one report at a time: so the last that a probe hears of a
 * level is what it is.
 */
final class Levels extends DrainLoop {
    private static final VarHandle ASKED = Atomics.field(MethodHandles.lookup(), Levels.class, "asked", long.class);
    private static final VarHandle PEAK = Atomics.field(MethodHandles.lookup(), Levels.class, "peak", long.class);

    private final Outlet<?> stage;
    private final Ledger ledger;

    // Written by any thread.
    private volatile long asked;
    private volatile long peak;

    // Written by upstream.
    private volatile long arrived;

    // Owned by the pass.
    private long toldDepth;
    private boolean toldHeldBack;

    Levels(Outlet<?> stage, Ledger ledger) {
        this.stage = stage;
        this.ledger = ledger;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // upstream's signals are serial (§1.3)
    void arrived() {
        if (++arrived == asked) {
            drain();
        }
    }

    void asked(long n) {
        long before = Demand.add(ASKED, this, n);
        if (before <= arrived) {
            drain();
        }
    }

    void depth(long now) {
        while (true) {
            long highest = peak;
            if (now <= highest || PEAK.compareAndSet(this, highest, now)) {
                break;
            }
        }
        drain();
    }

    @Override
    protected void pass() {
        long highest = (long) PEAK.getAndSet(this, 0L);
        long depth = stage.waiting();
        if (highest > depth) {
            tellDepth(highest);
        }
        tellDepth(depth);
        boolean heldBack = arrived >= asked;
        if (heldBack != toldHeldBack) {
            toldHeldBack = heldBack;
            ledger.tell(heldBack ? Probe::paused : Probe::resumed);
        }
    }

    private void tellDepth(long depth) {
        if (depth != toldDepth) {
            toldDepth = depth;
            ledger.tell(p -> p.waiting(depth, stage.capacity()));
        }
    }
}
