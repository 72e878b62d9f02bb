package io.weir.benchmarks.grid;

import java.util.concurrent.TimeUnit;

/**
 * When the items of a paced producer are due: each so many nanoseconds after the one before, whatever became of that. A
 * producer that was held up therefore catches up, and its items count as late (no coordinated omission). The first is due
 * a moment after this is made, so that all can be set up by then.
 */
final class Schedule {
    private static final long MOMENT = TimeUnit.MICROSECONDS.toNanos(200);

    private final long start = System.nanoTime() + MOMENT;
    private final double nanosPerItem;

    Schedule(double nanosPerItem) {
        this.nanosPerItem = nanosPerItem;
    }

    /** How late the item is now, in nanoseconds; negative when it is not due yet. */
    long lateness(int item) {
        return System.nanoTime() - start - (long) (item * nanosPerItem);
    }

    void await(int item) {
        if (lateness(item) < 0) {
            Wait wait = Wait.upTo("the time of an item");
            while (lateness(item) < 0) {
                wait.turn();
            }
        }
    }

    /** The time since the first item was due. */
    double elapsedNanos() {
        return System.nanoTime() - start;
    }
}
