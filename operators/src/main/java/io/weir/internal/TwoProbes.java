package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.Probe;
import java.util.function.Consumer;

/** Tells two probes of the same stage everything, the second one also when the first one throws. A stage subscribes them one by one. */
public record TwoProbes(Probe first, Probe second) implements Probe {
    @Override
    public Probe subscribed(String stage) {
        return new TwoProbes(first.subscribed(stage), second.subscribed(stage));
    }

    private void tell(Consumer<Probe> event) {
        Faults.doBoth(() -> event.accept(first), () -> event.accept(second));
    }

    @Override
    public void requested(long n) {
        tell(probe -> probe.requested(n));
    }

    @Override
    public void received(Object item) {
        tell(probe -> probe.received(item));
    }

    @Override
    public void expanded(Object item) {
        tell(probe -> probe.expanded(item));
    }

    @Override
    public void emitted(Object item) {
        tell(probe -> probe.emitted(item));
    }

    @Override
    public void waiting(long depth, long capacity) {
        tell(probe -> probe.waiting(depth, capacity));
    }

    @Override
    public void dropped(Object item, DropReason reason) {
        tell(probe -> probe.dropped(item, reason));
    }

    @Override
    public void paused() {
        tell(Probe::paused);
    }

    @Override
    public void resumed() {
        tell(Probe::resumed);
    }

    @Override
    public void completed() {
        tell(Probe::completed);
    }

    @Override
    public void failed(Throwable error) {
        tell(probe -> probe.failed(error));
    }

    @Override
    public void cancelled() {
        tell(Probe::cancelled);
    }
}
