package io.weir.testkit;

import io.weir.DropReason;
import io.weir.spi.Probe;

/** A probe that throws, whatever it is told, what no stream can carry. */
public final class FailingProbe implements Probe {
    public static final NoClassDefFoundError FATAL = new NoClassDefFoundError("probe");

    @Override
    public Probe subscribed(String stage) {
        throw FATAL;
    }

    @Override
    public void requested(long n) {
        throw FATAL;
    }

    @Override
    public void received(Object item) {
        throw FATAL;
    }

    @Override
    public void expanded(Object item) {
        throw FATAL;
    }

    @Override
    public void emitted(Object item) {
        throw FATAL;
    }

    @Override
    public void waiting(long depth, long capacity) {
        throw FATAL;
    }

    @Override
    public void dropped(Object item, DropReason reason) {
        throw FATAL;
    }

    @Override
    public void paused() {
        throw FATAL;
    }

    @Override
    public void resumed() {
        throw FATAL;
    }

    @Override
    public void completed() {
        throw FATAL;
    }

    @Override
    public void failed(Throwable error) {
        throw FATAL;
    }

    @Override
    public void cancelled() {
        throw FATAL;
    }
}
