package io.weir.examples.neighbours;

/** What two sockets may hold between them, which is not for a library to bound. */
final class Sockets {
    /**
     * Linux lets a connection over TCP grow to 4 MB where it is written and 32 MB where it is read, unless told otherwise.
     * This is nearly twice as much.
     */
    static final long MOST_BYTES = 64L << 20;

    private Sockets() {}
}
