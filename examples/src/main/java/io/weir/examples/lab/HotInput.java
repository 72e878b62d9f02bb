package io.weir.examples.lab;

import java.util.OptionalLong;
import org.reactivestreams.Publisher;

/** An input that cannot be slowed down: it sends to all rows at its own pace. */
abstract class HotInput implements Input {
    private final FanOut fanOut = new FanOut();

    /** Sends one item to every row. Only for the producer, one call at a time. */
    final void send(Object item) {
        fanOut.send(item);
    }

    @Override
    public final Publisher<?> branch() {
        return fanOut;
    }

    @Override
    public final void stop() {
        fanOut.stop();
        close();
    }

    /** Ends the producer. */
    abstract void close();

    @Override
    public final OptionalLong sent() {
        return OptionalLong.of(fanOut.sent());
    }

    @Override
    public final boolean canBeSlowed() {
        return false;
    }
}
