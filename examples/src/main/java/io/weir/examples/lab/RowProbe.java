package io.weir.examples.lab;

import io.weir.DropReason;
import io.weir.spi.CountingProbe;
import io.weir.spi.Probe;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** Sees one stage of a row: counts as {@link CountingProbe} does, and clocks the items in and out. */
final class RowProbe implements Probe {
    private final CountingProbe counting = Probe.counting();
    private final LongAdder entered = new LongAdder();
    private final Works works;
    private final LongConsumer waited;
    private final Probe told;

    /** A probe of one stage, with what is told the same beside its own counting. */
    RowProbe(Works works, LongConsumer waited, UnaryOperator<Probe> beside) {
        this.works = works;
        this.waited = waited;
        told = beside.apply(counting);
    }

    @Override
    public Probe subscribed(String stage) {
        return new Watch().and(told.subscribed(stage));
    }

    CountingProbe.Snapshot snapshot() {
        return counting.snapshot();
    }

    /** How many items came into the row here. */
    long entered() {
        return entered.sum();
    }

    /** Clocks the items of one subscription. */
    private final class Watch implements Probe {
        @Override
        public void received(Object item) {
            if (((Arrival) item).arrive(System.nanoTime())) {
                entered.increment();
            }
        }

        @Override
        public void emitted(Object item) {
            Arrival arrival = (Arrival) item;
            waited.accept(arrival.nanosUntil(System.nanoTime()));
            if (arrival.wasWorkedOn()) {
                works.left();
            }
        }

        @Override
        public void dropped(Object item, DropReason reason) {
            if (((Arrival) item).wasWorkedOn()) {
                works.left();
            }
        }
    }
}
