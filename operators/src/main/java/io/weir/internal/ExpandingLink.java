package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * A link that makes a stream of each item at once, beside those at work.
 *
 * <p>Upstream may signal from within the function. If it completes there, nobody ends the stream before that of the item has begun, and
 * counts; nor for an error that is delayed.
 */
abstract class ExpandingLink<T, R> extends Link<T, R> {
    protected final Mapping<T, R> mapping;
    private final @Nullable DelayedErrors delayed; // null where an error ends the stream at once

    // Written by any thread.
    private volatile boolean doomed; // everything was cancelled, and the stream ends as soon as it can

    // Owned by upstream.
    private short expanding; // so many items, one within the other, of which no stream has begun yet

    // Written by upstream, read by all.
    private volatile boolean oneMore; // upstream has ended meanwhile, and one more stream is perhaps to come

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
        try {
            if (admits(item) && !refuses(item) && hasPlaceFor(item)) {
                expandAndCount(item);
            }
        } finally {
            signalled();
        }
    }

    /** True when a request was refused: the item is dropped, and the stream ends as soon as it can. */
    private boolean refuses(T item) {
        if (!refused()) {
            return false;
        }
        try {
            ledger.droppedLate(item, DropReason.FAILED);
        } finally {
            concludeRefused();
        }
        return true;
    }

    private void expandAndCount(T item) {
        short outer = expanding;
        expanding = (short) (outer + 1);
        try {
            expand(item);
        } finally {
            expandingNoMoreThan(outer);
            if (outer == 0 && closing()) {
                endIfDone();
            }
        }
    }

    private void expandingNoMoreThan(short outer) {
        expanding = outer;
        if (outer == 0 && oneMore) {
            oneMore = false;
        }
    }

    /** How many items are on their way to become a stream, as far as that is still possible. */
    final int beginning() {
        return expanding;
    }

    /** The stream of the innermost item counts from now on, or upstream has the right to emit in its place, or none comes of it. */
    final void begun() {
        expandingNoMoreThan((short) (expanding - 1));
    }

    private void expand(T item) {
        Publisher<? extends R> stream;
        try {
            stream = mapping.streamOf(item);
        } catch (Throwable t) {
            mapperThrew(item, t);
            return;
        }
        ledger.expanded(item);
        start(stream);
    }

    /** Upstream has found that a request was refused: ends the stream as soon as that can be done. */
    abstract void concludeRefused();

    /** False when the item is not to become a stream, and has been dropped. */
    boolean hasPlaceFor(T item) {
        return true;
    }

    /** The function threw on an item, or returned null: no stream comes of it. */
    abstract void mapperThrew(T item, Throwable error);

    /** Begins with the stream of an item, and says when it has {@link #begun()}. */
    abstract void start(Publisher<? extends R> stream);

    @Override
    protected final void upstreamEnded(@Nullable Throwable error) {
        if (error != null && delayed == null) {
            fail(error);
        } else {
            oneMore = expanding > 0;
            close(error);
            endIfDone();
        }
        signalled();
    }

    /** A signal of upstream has been dealt with, or has failed. */
    void signalled() {}

    /** Upstream has ended: ends the stream, if {@link #noMoreToCome()}, none is at work and that has not been done. */
    abstract void endIfDone();

    /** True when it is known how the stream will end, and upstream brings none that must be waited for. */
    final boolean noMoreToCome() {
        return closing() && !oneMore;
    }

    @Override
    protected final void functionThrew(Throwable error) {
        fail(error);
    }

    /** No stream comes of the innermost item: what upstream is asked for may be made one. */
    @Override
    protected final void skipped() {
        begun();
        super.skipped();
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
