package io.weir.examples.lab;

import io.weir.DropReason;
import io.weir.spi.CountingProbe;
import io.weir.spi.Probe;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/** Sees one stage of a row: counts as {@link CountingProbe} does, and clocks the items in and out. */
final class RowProbe implements Probe {
    private final CountingProbe counting = Probe.counting();
    private final LongAdder entered = new LongAdder();
    private final Works works;
    private final LongConsumer waited;

    RowProbe(Works works, LongConsumer waited) {
        this.works = works;
        this.waited = waited;
    }

    @Override
    public Probe subscribed(String stage) {
        return new Watch(counting.subscribed(stage));
    }

    CountingProbe.Snapshot snapshot() {
        return counting.snapshot();
    }

    /** How many items came into the row here. */
    long entered() {
        return entered.sum();
    }

    private final class Watch implements Probe {
        private final Probe counter;

        Watch(Probe counter) {
            this.counter = counter;
        }

        @Override
        public void requested(long n) {
            counter.requested(n);
        }

        @Override
        public void received(Object item) {
            if (((Arrival) item).arrive(System.nanoTime())) {
                entered.increment();
            }
            counter.received(item);
        }

        @Override
        public void expanded(Object item) {
            counter.expanded(item);
        }

        @Override
        public void emitted(Object item) {
            Arrival arrival = (Arrival) item;
            waited.accept(arrival.nanosUntil(System.nanoTime()));
            if (arrival.wasWorkedOn()) {
                works.left();
            }
            counter.emitted(item);
        }

        @Override
        public void waiting(long depth, long capacity) {
            counter.waiting(depth, capacity);
        }

        @Override
        public void dropped(Object item, DropReason reason) {
            if (((Arrival) item).wasWorkedOn()) {
                works.left();
            }
            counter.dropped(item, reason);
        }

        @Override
        public void paused() {
            counter.paused();
        }

        @Override
        public void resumed() {
            counter.resumed();
        }

        @Override
        public void completed() {
            counter.completed();
        }

        @Override
        public void failed(Throwable error) {
            counter.failed(error);
        }

        @Override
        public void cancelled() {
            counter.cancelled();
        }
    }
}
