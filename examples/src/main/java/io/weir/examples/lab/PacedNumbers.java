package io.weir.examples.lab;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Generated numbers, so many a second. When the thread was late, those that are due come at once. */
final class PacedNumbers extends HotInput {
    private final int rate;
    private final Thread producer = Threads.daemon("lab-producer", this::produce);
    private volatile boolean closed;

    PacedNumbers(int rate) {
        this.rate = rate;
    }

    @Override
    public void start() {
        producer.start();
    }

    private void produce() {
        long start = System.nanoTime();
        double nanosPerItem = (double) TimeUnit.SECONDS.toNanos(1) / rate;
        for (long n = 0; !closed; ) {
            long wait = start + (long) (n * nanosPerItem) - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            } else {
                send(n++);
            }
        }
    }

    @Override
    void close() {
        closed = true;
        LockSupport.unpark(producer);
    }

    @Override
    public String items() {
        return "numbers";
    }

    @Override
    public String title() {
        return "generated numbers, " + Figures.count(rate) + " a second";
    }

    @Override
    public String manner() {
        return "They come at that rate whatever the consumers do.";
    }
}
