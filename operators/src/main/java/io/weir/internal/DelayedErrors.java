package io.weir.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The errors that a stage keeps for its end, joined into one.
 *
 * <p>Whoever has the right to emit adds to them, and whoever ends the stream takes them; who cancels does that on any
 * thread. One writes the error, then looks for the end; the other writes the end, then looks for errors.
 */
final class DelayedErrors {
    private final AtomicReference<@Nullable Throwable> joined = new AtomicReference<>();

    /** None, if errors are to be kept; null if they are not. */
    static @Nullable DelayedErrors keptIf(boolean delayErrors) {
        return delayErrors ? new DelayedErrors() : null;
    }

    /** Keeps an error, if there is one and errors are kept. Only for whoever has the right to emit. */
    static void keep(@Nullable DelayedErrors delayed, @Nullable Throwable error, Link<?, ?> link) {
        if (delayed != null && error != null) {
            delayed.add(error, link);
        }
    }

    /** What is kept is taken out meanwhile, so that nobody reports an error that is still being added to. */
    private void add(Throwable error, Link<?, ?> link) {
        joined.set(Faults.join(joined.getAndSet(null), error));
        if (link.ended()) {
            link.ledger.late(joined.getAndSet(null));
        }
    }

    /** What the stream ends with: one of what is kept and what else has failed, with the other attached. */
    static @Nullable Throwable taken(
            @Nullable DelayedErrors delayed, @Nullable Throwable failure, boolean failureFirst) {
        Throwable kept = delayed == null ? null : delayed.joined.getAndSet(null);
        return failureFirst ? Faults.join(failure, kept) : Faults.join(kept, failure);
    }
}
