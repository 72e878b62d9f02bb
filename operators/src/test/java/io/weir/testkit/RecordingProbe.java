package io.weir.testkit;

import io.weir.DropReason;
import io.weir.spi.Probe;
import java.util.ArrayList;
import java.util.List;

/** A probe that remembers what it saw, item by item. */
public final class RecordingProbe implements Probe {
    private final List<Object> received = new ArrayList<>();
    private final List<Object> expanded = new ArrayList<>();
    private final List<Object> emitted = new ArrayList<>();
    private final List<Object> dropped = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private long waiting;
    private long highest;

    @Override
    public synchronized Probe subscribed(String stage) {
        events.add("subscribed " + stage);
        return this;
    }

    @Override
    public synchronized void requested(long n) {
        events.add("requested " + n);
    }

    @Override
    public synchronized void received(Object item) {
        received.add(item);
    }

    @Override
    public synchronized void expanded(Object item) {
        expanded.add(item);
    }

    @Override
    public synchronized void emitted(Object item) {
        emitted.add(item);
    }

    @Override
    public synchronized void waiting(long depth, long capacity) {
        waiting = depth;
        highest = Math.max(highest, depth);
        if (depth > capacity) {
            events.add("waiting " + depth + " of " + capacity);
        }
    }

    @Override
    public synchronized void dropped(Object item, DropReason reason) {
        dropped.add(item);
    }

    @Override
    public synchronized void paused() {
        events.add("paused");
    }

    @Override
    public synchronized void resumed() {
        events.add("resumed");
    }

    @Override
    public synchronized void completed() {
        events.add("completed");
    }

    @Override
    public synchronized void failed(Throwable error) {
        events.add("failed " + error);
    }

    @Override
    public synchronized void cancelled() {
        events.add("cancelled");
    }

    public synchronized List<Object> received() {
        return List.copyOf(received);
    }

    public synchronized List<Object> expanded() {
        return List.copyOf(expanded);
    }

    public synchronized List<Object> emitted() {
        return List.copyOf(emitted);
    }

    public synchronized List<Object> dropped() {
        return List.copyOf(dropped);
    }

    public synchronized List<String> events() {
        return List.copyOf(events);
    }

    public synchronized long waiting() {
        return waiting;
    }

    public synchronized long highestWaiting() {
        return highest;
    }
}
