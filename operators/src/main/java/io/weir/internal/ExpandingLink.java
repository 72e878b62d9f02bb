package io.weir.internal;

import io.weir.spi.StageSettings;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * A link that makes a stream of each item at once, beside those at work.
 *
 * <p>The function that makes it may let upstream signal, from within. If that is the end, it comes after the item.
 */
abstract class ExpandingLink<T, R> extends Link<T, R> {
    protected final Mapping<T, R> mapping;
    private final @Nullable DelayedErrors delayed; // null where an error ends the stream at once

    // Written by any thread.
    private volatile boolean doomed; // everything was cancelled, and the stream ends as soon as it can

    // Owned by upstream.
    private boolean expanding; // the function is at work
    private volatile boolean oneMore; // upstream has ended meanwhile, and one more stream is to come; read by all

    ExpandingLink(
            Object operator,
            StageSettings settings,
            Subscriber<? super R> downstream,
            Mapping<T, R> mapping,
            boolean delayErrors) {
        super(operator, settings, downstream);
        this.mapping = mapping;
        this.delayed = DelayedErrors.keptIf(delayErrors);
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    public final void onNext(T item) {
        received(item);
        if (admits(item) && hasPlaceFor(item)) {
            Publisher<? extends R> stream = null;
            try {
                stream = streamOf(item);
            } catch (Throwable t) {
                mapperThrew(item, t);
            }
            if (stream != null) {
                ledger.expanded(item);
                start(stream);
            }
            if (oneMore && !expanding) {
                oneMore = false;
                endIfDone();
            }
        }
    }

    /** False when the item is not to become a stream, and has been dropped. */
    abstract boolean hasPlaceFor(T item);

    private Publisher<? extends R> streamOf(T item) {
        boolean within = expanding;
        expanding = true;
        try {
            return mapping.streamOf(item);
        } finally {
            expanding = within;
        }
    }

    abstract void mapperThrew(T item, Throwable error);

    abstract void start(Publisher<? extends R> stream);

    @Override
    protected final void upstreamEnded(@Nullable Throwable error) {
        if (error != null && delayed == null) {
            fail(error);
        } else {
            oneMore = expanding;
            close(error);
            endIfDone();
        }
    }

    /** Upstream has ended: ends the stream, if {@link #noMoreToCome()} and none is at work. */
    abstract void endIfDone();

    /** True when it is known how the stream will end, and that no more streams are to be made. */
    final boolean noMoreToCome() {
        return closing() && !oneMore;
    }

    @Override
    protected final void functionThrew(Throwable error) {
        fail(error);
    }

    /** Cancels everything at once. The stream is to end when what waits has been delivered, and when the right to emit is free. */
    final void doom(@Nullable Throwable error) {
        close(error);
        doomed = true;
        stop();
    }

    final boolean isDoomed() {
        return doomed;
    }

    // ------------------------------------------------------------------------------------- for inner streams

    /** True when an error of an inner stream is not kept for the end. */
    final boolean failsAtOnce() {
        return delayed == null || ended();
    }

    /** An inner stream has ended, perhaps with an error to be kept. Only for whoever has the right to emit. */
    final void keep(@Nullable Throwable error) {
        DelayedErrors.keep(delayed, error, this);
    }

    @Override
    protected final @Nullable Throwable takeFailure() {
        return DelayedErrors.taken(delayed, super.takeFailure(), doomed);
    }
}
