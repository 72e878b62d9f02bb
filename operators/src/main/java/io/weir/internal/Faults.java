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

    /** Throws what was caught earlier as an unchecked exception or an error; nothing if nothing was. */
    static void rethrow(@Nullable Throwable caught) {
        if (caught instanceof Error error) {
            throw error;
        }
        if (caught instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Tells the thread's handler of an error that no signal can carry any more. */
    static void uncaught(Throwable t) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, t);
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
