package io.weir.tck;

import org.reactivestreams.tck.TestEnvironment;

/** How long the TCK waits. */
final class Tck {
    /**
     * How long something that must come may take. Nobody waits so long unless it does not come, so there is room for a busy
     * machine.
     */
    private static final long SIGNAL_MILLIS = 2000;

    /** The same for operators that are known to be broken, where it often does not come. */
    private static final long SIGNAL_OF_A_BROKEN_OPERATOR_MILLIS = 300;

    /** How long nothing may come. Every such wait is spent in full, and on a busy machine a short one only sees less. */
    private static final long SILENCE_MILLIS = 40;

    private static final long POLL_MILLIS = 10;

    /** How long a subscriber may still be referred to after it cancelled (§3.13). Everything here cancels at once. */
    static final long GC_MILLIS = 10;

    private Tck() {}

    static TestEnvironment environment() {
        return new TestEnvironment(SIGNAL_MILLIS, SILENCE_MILLIS, POLL_MILLIS);
    }

    static TestEnvironment impatientEnvironment() {
        return new TestEnvironment(SIGNAL_OF_A_BROKEN_OPERATOR_MILLIS, SILENCE_MILLIS, POLL_MILLIS);
    }
}
