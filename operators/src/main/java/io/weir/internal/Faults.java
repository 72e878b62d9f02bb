package io.weir.internal;

import org.jspecify.annotations.Nullable;

/** What to do with what user code throws. */
final class Faults {
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

    /** The error, with another attached to it. */
    static Throwable attach(Throwable error, @Nullable Throwable other) {
        if (other != null && other != error) {
            error.addSuppressed(other);
        }
        return error;
    }
}
