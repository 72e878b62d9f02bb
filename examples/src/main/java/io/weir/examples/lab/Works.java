package io.weir.examples.lab;

import io.weir.spi.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;

/** The consumer's work as mergeMap, concatMap and switchMap do it: an inner stream an item, which takes its time. */
final class Works {
    private final Timer timer;
    private final Duration time;

    private final AtomicLong held = new AtomicLong();
    private final AtomicLong mostHeld = new AtomicLong();

    // Guarded by this, as the phases of the works are.
    private long inWork;
    private long mostInWork;
    private long abandoned;

    Works(Timer timer, Duration time) {
        this.timer = timer;
        this.time = time;
    }

    /** The stream of one item that comes when the work on it is done. */
    Publisher<Arrival> on(Arrival item) {
        return subscriber -> {
            item.beginWork();
            begin();
            mostHeld.accumulateAndGet(held.incrementAndGet(), Math::max);
            subscriber.onSubscribe(new Work(item, subscriber, this));
        };
    }

    Timer timer() {
        return timer;
    }

    Duration time() {
        return time;
    }

    private synchronized void begin() {
        inWork++;
        mostInWork = Math.max(mostInWork, inWork);
    }

    /** The work on an item is over, and the item goes to the stage; false when it was over before. */
    synchronized boolean done(Work work) {
        if (!work.end()) {
            return false;
        }
        inWork--;
        return true;
    }

    /** The stage has cancelled the work on an item, which is lost with it; false when the work was over before. */
    synchronized boolean abandon(Work work) {
        if (!done(work)) {
            return false;
        }
        abandoned++;
        held.decrementAndGet();
        return true;
    }

    /** The stage has emitted or dropped an item that had been worked on. */
    void left() {
        held.decrementAndGet();
    }

    /** Items that are being worked on now. */
    synchronized long inWork() {
        return inWork;
    }

    /** The most items that were being worked on at once. */
    synchronized long mostInWork() {
        return mostInWork;
    }

    /** The most items that the stage ever held: in work, or done and waiting to be asked for. */
    long mostHeld() {
        return mostHeld.get();
    }

    /** Items whose work was cancelled before it was done. */
    synchronized long abandoned() {
        return abandoned;
    }
}
