package io.weir.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Threads in tests. Whatever waits, waits for ten seconds at most and then fails. */
public final class Threads {
    private static final int SECONDS = 10;
    private static final long SMALL_STACK_BYTES = 256 * 1024;

    private Threads() {}

    public static Thread start(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    public static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (thread.isAlive()) {
            throw new AssertionError(thread + " is stuck at " + java.util.List.of(thread.getStackTrace()));
        }
    }

    public static void runToEnd(Thread thread) {
        thread.setDaemon(true);
        thread.start();
        join(thread);
    }

    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs something on a stack of 256 KiB, and throws what it threw. */
    public static void withSmallStack(Runnable action) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, action, "small stack", SMALL_STACK_BYTES);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        runToEnd(thread);
        if (thrown.get() != null) {
            throw new AssertionError(thrown.get());
        }
    }
}
