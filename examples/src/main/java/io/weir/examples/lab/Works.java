package io.weir.examples.lab;

import io.weir.spi.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.reactivestreams.Publisher;

/** The consumer's work as mergeMap, concatMap and switchMap do it: an inner stream an item, which takes its time. */
final class Works {
    private final Timer timer;
    private final Duration time;

    private final AtomicLong inWork = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong mostHeld = new AtomicLong();
    private final LongAdder abandoned = new LongAdder();

    Works(Timer timer, Duration time) {
        this.timer = timer;
        this.time = time;
    }

    /** The stream of one item that comes when the work on it is done. */
    Publisher<Arrival> on(Arrival item) {
        return subscriber -> {
            item.beginWork();
            inWork.incrementAndGet();
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

    /** The work on an item is done, and the item goes to the stage. */
    void done() {
        inWork.decrementAndGet();
    }

    /** The stage has cancelled the work on an item, which is lost with it. */
    void abandon() {
        abandoned.increment();
        inWork.decrementAndGet();
        held.decrementAndGet();
    }

    /** The stage has emitted or dropped an item that had been worked on. */
    void left() {
        held.decrementAndGet();
    }

    /** Items that are being worked on now. */
    long inWork() {
        return inWork.get();
    }

    /** The most items that the stage ever held: in work, or done and waiting to be asked for. */
    long mostHeld() {
        return mostHeld.get();
    }

    /** Items whose work was cancelled before it was done. */
    long abandoned() {
        return abandoned.sum();
    }
}
