package io.weir.spi;

import io.weir.internal.DeferredTimer;
import io.weir.internal.Require;
import io.weir.internal.SharedTimer;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The clock of a timed stage. A stage looks its timer up when it is subscribed to, so that virtual time works.
 *
 * <p><b>Threads:</b> every method may be called from any thread. Tasks must not overlap with themselves, but two
 * different tasks may run at once.
 */
public interface Timer {
    /**
     * The present time.
     *
     * @return nanoseconds since an arbitrary but fixed moment
     */
    long nanoTime();

    /**
     * Runs a task once, later.
     *
     * @param task what to run; it does not throw
     * @param delay how long to wait first; zero or less runs it as soon as possible
     * @return what calls the task off
     */
    Cancellable schedule(Runnable task, Duration delay);

    /**
     * A stage with this timer was subscribed to.
     *
     * @return the timer for that subscription; by default this one
     */
    default Timer subscribed() {
        return this;
    }

    /**
     * A timer that is looked up each time that a stage is subscribed to.
     *
     * @param supplier looks the timer up
     * @return the timer
     */
    static Timer deferred(Supplier<? extends Timer> supplier) {
        return new DeferredTimer(Require.notNull("supplier", supplier));
    }

    /**
     * The timer that stages use when nobody offers them another: one daemon thread for the whole process, started when
     * it is first needed.
     *
     * @return the shared timer
     */
    static Timer shared() {
        return SharedTimer.INSTANCE;
    }
}
