package io.weir.benchmarks.grid;

/** What one invocation of a grid begins with and ends with. */
final class Rounds {
    private Rounds() {}

    /** How many items a sink requests at a time, from what a grid calls it. */
    static long batch(String demand) {
        return demand.equals("unbounded") ? Long.MAX_VALUE : Long.parseLong(demand);
    }

    /**
     * Fails unless the stream is at its end and, where they are counted, all items came, so that no figure stands for a stream
     * that lost some.
     */
    static long complete(Sink sink, long expected) {
        long received = sink.received();
        if (sink.counts() && received != expected) {
            throw new IllegalStateException("expected " + expected + " items, received " + received);
        }
        return received;
    }
}
