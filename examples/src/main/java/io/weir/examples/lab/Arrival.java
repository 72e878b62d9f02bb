package io.weir.examples.lab;

/** An item on its way through one row, with the moment at which the row's first stage received it. */
final class Arrival {
    private final Object payload;

    // Written by whoever sends the item, and published with it.
    private boolean arrived;
    private boolean worked;
    private long at;

    Arrival(Object payload) {
        this.payload = payload;
    }

    /** True for the first call, which starts the clock; a row's later stages receive the item again. */
    boolean arrive(long now) {
        if (arrived) {
            return false;
        }
        arrived = true;
        at = now;
        return true;
    }

    /** From now on an inner stream works on the item. */
    void beginWork() {
        worked = true;
    }

    boolean wasWorkedOn() {
        return worked;
    }

    long nanosUntil(long now) {
        return now - at;
    }

    @Override
    public String toString() {
        return payload.toString();
    }
}
