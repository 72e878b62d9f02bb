package io.weir.spi;

import io.weir.DropReason;
import io.weir.internal.Require;
import io.weir.internal.TwoProbes;

/**
 * Sees the life of a stage. Every method has an empty default; without a probe a stage spends nothing on it.
 *
 * <p>At every quiet moment {@code received = expanded + emitted + dropped + waiting}; only flattening stages expand.
 *
 * <p><b>Threads:</b> methods are called on the thread that causes the event, hence from several at once. A method that
 * throws does not disturb the stream: what it throws goes where late errors go, whatever it is.
 */
public interface Probe {
    /**
     * A ready probe that counts.
     *
     * @return a new one; attach it to one stage, or to several to count their sum
     */
    static CountingProbe counting() {
        return new CountingProbe();
    }

    /**
     * This probe and another one for the same stage, since a second {@code .probe(…)} would take the place of the first.
     *
     * @param other sees each event after this one, also when this one throws
     * @return a probe that tells both
     */
    default Probe and(Probe other) {
        return new TwoProbes(this, Require.notNull("other", other));
    }

    /**
     * The stage was subscribed to.
     *
     * @param stage the name it was given, or else the text of its operator
     * @return the probe that sees the rest of this subscription; by default this one
     */
    default Probe subscribed(String stage) {
        return this;
    }

    /**
     * The subscriber asked for more.
     *
     * @param n how many, at least 1; {@code Long.MAX_VALUE} is unbounded (§3.17)
     */
    default void requested(long n) {}

    /**
     * An item came in from upstream, or from an inner stream of a flattening stage.
     *
     * @param item the item
     */
    default void received(Object item) {}

    /**
     * A flattening stage turned an item into an inner stream, whose items are received in its place.
     *
     * @param item the item
     */
    default void expanded(Object item) {}

    /**
     * An item is handed to the subscriber, now.
     *
     * @param item the item
     */
    default void emitted(Object item) {}

    /**
     * The number of items that wait in the stage has changed.
     *
     * @param depth how many wait now
     * @param capacity the most that may wait; {@code Long.MAX_VALUE} when nothing bounds it
     */
    default void waiting(long depth, long capacity) {}

    /**
     * An item will not be delivered.
     *
     * @param item the item
     * @param reason why
     */
    default void dropped(Object item, DropReason reason) {}

    /** The producer has sent all it was asked for and is held back until more is requested. */
    default void paused() {}

    /** The producer that was held back was asked for more. */
    default void resumed() {}

    /** The stage signals completion to its subscriber, now. */
    default void completed() {}

    /**
     * The stage signals an error to its subscriber, now.
     *
     * @param error the error
     */
    default void failed(Throwable error) {}

    /** The subscriber cancelled. */
    default void cancelled() {}
}
