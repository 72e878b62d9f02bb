package io.weir.examples.neighbours;

import java.util.concurrent.TimeUnit;

/** How far a producer is ahead of its reader: what it has made and the reader has not got yet. */
final class Lead {
    private static final long A_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    // All guarded by this.
    private long made;
    private long read;
    private long most;

    synchronized void made(long n) {
        made += n;
        most = Math.max(most, made - read);
        notifyAll();
    }

    synchronized void read(long n) {
        read += n;
    }

    synchronized long made() {
        return made;
    }

    synchronized long read() {
        return read;
    }

    /** The most that it ever was. */
    synchronized long most() {
        return most;
    }

    /** Waits until that much was made, or has not been for a long time. */
    synchronized void awaitMade(long n) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (made < n && System.nanoTime() < giveUp) {
            awaitChange(PATIENCE_NANOS);
        }
    }

    /**
     * Waits until the producer has made nothing more for a moment, because it is held back or done. A reader that waits
     * for this before it takes an item lets the producer run as far ahead as it can.
     */
    synchronized void awaitStandstill() {
        long before;
        do {
            before = made;
            awaitChange(A_MOMENT_NANOS);
        } while (made != before);
    }

    private synchronized void awaitChange(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the producer was at work", e);
        }
    }
}
