package io.weir.internal;

import org.jspecify.annotations.Nullable;

/** What to do with what user code throws. */
public final class Faults {
    private Faults() {}

    /** True for what no stream can carry, since the JVM itself is in trouble. */
    static boolean isFatal(Throwable t) {
        return t instanceof VirtualMachineError || t instanceof LinkageError;
    }

    static void rethrowFatal(Throwable t) {
        if (isFatal(t)) {
            throw (Error) t;
        }
    }

    /** Throws what was caught earlier, whatever it is: not every language keeps checked exceptions apart. Nothing if nothing was. */
    static void rethrow(@Nullable Throwable caught) {
        if (caught != null) {
            Faults.<RuntimeException>raise(caught);
        }
    }

    @SuppressWarnings("unchecked") // the compiler takes it for an unchecked exception
    private static <X extends Throwable> void raise(Throwable t) throws X {
        throw (X) t;
    }

    /** Tells the thread's handler of an error that no signal can carry any more. What that throws is ignored, as the JVM does. */
    static void uncaught(Throwable t) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, t);
        } catch (Throwable ignored) {
            // there is nobody left to be told
        }
    }

    /** The first error stays; a later one is attached to it. */
    static @Nullable Throwable join(@Nullable Throwable first, @Nullable Throwable next) {
        return first == null ? next : attach(first, next);
    }

    /** The same for what was thrown: what no stream can carry takes the place of what one can. */
    static @Nullable Throwable joinThrown(@Nullable Throwable first, @Nullable Throwable next) {
        if (first != null && next != null && isFatal(next) && !isFatal(first)) {
            return attach(next, first);
        }
        return join(first, next);
    }

    /** Does both, the second also when the first throws; then throws what was thrown. */
    public static void doBoth(Runnable first, Runnable second) {
        Throwable thrown = thrownBy(first);
        rethrow(joinThrown(thrown, thrownBy(second)));
    }

    private static @Nullable Throwable thrownBy(Runnable action) {
        try {
            action.run();
            return null;
        } catch (Throwable t) {
            return t;
        }
    }

    /** The error, with another attached to it. */
    static Throwable attach(Throwable error, @Nullable Throwable other) {
        if (other != null && other != error) {
            error.addSuppressed(other);
        }
        return error;
    }
}
