package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/**
 * A link that passes items on at once while it can, and else lets them wait.
 *
 * <p>While nothing waits and no pass is running, upstream may pass an item on without any lock: only upstream can put
 * something into the backlog, so no other thread finds anything to do. As soon as something waits, the passes of the
 * drain loop own that right. Upstream reads {@code backlog} first and {@code idle} second, since a pass takes an item
 * out before it passes it on.
 *
 * <p>A source may call {@code onNext} again from within the {@code onNext} that is being passed on. Such signals are
 * kept out of sight of the drain until the outer call is done, so that signals stay in order and never overlap.
 *
 * @param <T> what comes in
 * @param <R> what goes out
 */
public abstract class BacklogLink<T, R> extends Link<T, R> {
    private final int capacity;

    // Made by upstream when something first waits; read by all.
    private volatile @Nullable Backlog<T> backlog;

    // Owned by upstream.
    private boolean forwarding;
    private boolean concluded; // it is known how the stream will end, and nothing that comes is passed on
    private boolean hidden; // signals came while forwarding
    private boolean hiddenEnd;
    private @Nullable Throwable hiddenError;

    protected BacklogLink(Object operator, StageSettings settings, Subscriber<? super R> downstream, int capacity) {
        super(operator, settings, downstream);
        this.capacity = capacity;
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    public final void onNext(T item) {
        received(item);
        boolean done = !forwarding && !concluded && mayPass() && forwarded(item);
        if (!done && admits(item)) {
            wait(item);
            if (!forwarding) {
                callForPass();
            }
        }
    }

    /** True when upstream has the right to pass an item on. While a pass is running it does not ask the backlog, of which that takes. */
    private boolean mayPass() {
        Backlog<T> waiting = backlog;
        return (waiting == null || (idle() && waiting.isEmpty())) && idle();
    }

    private boolean forwarded(T item) {
        boolean done;
        forwarding = true;
        try {
            done = tryForward(item);
        } finally {
            forwarding = false;
            if (hidden) {
                reveal();
            }
        }
        return done;
    }

    private void wait(T item) {
        if (hiddenEnd) {
            ledger.droppedLate(item, DropReason.AFTER_TERMINATION);
        } else if (hasRoom()) {
            put(item);
        } else {
            overflow(item);
        }
    }

    @Override
    protected final void upstreamEnded(@Nullable Throwable error) {
        conclude(error);
    }

    /** Only for upstream: the stream is to end so, after what waits. */
    private void conclude(@Nullable Throwable error) {
        concluded = true;
        if (hiddenEnd && hiddenError != null) {
            ledger.late(error);
        } else if (forwarding) {
            hidden = true;
            hiddenEnd = true;
            hiddenError = error;
        } else {
            close(error);
            drain();
        }
    }

    private void reveal() {
        hidden = false;
        Backlog<T> waiting = backlog;
        if (waiting != null) {
            waiting.reveal();
        }
        try {
            if (hiddenEnd) {
                close(hiddenError);
            }
            ledger.depth(0);
        } finally {
            drain();
        }
    }

    /** Upstream is cancelled at once; the error comes after what waits. Only for upstream. */
    @Override
    protected final void fail(Throwable error) {
        cancelUpstream();
        conclude(error);
    }

    /** Passes the item on now, if it may; only for whoever has the right to. */
    protected abstract boolean tryForward(T item);

    /** An item waits since now: sees to it that a pass looks at it, unless that could do nothing with it. */
    protected void callForPass() {
        drain();
    }

    /** No room for the item. Only for upstream. */
    protected abstract void overflow(T item);

    protected final void put(T item) {
        Backlog<T> waiting = backlog;
        if (waiting == null) {
            waiting = newBacklog(capacity);
            backlog = waiting;
        }
        if (forwarding) {
            hidden = true;
            waiting.putHidden(item);
        } else {
            waiting.put(item);
        }
        if (probed) {
            ledger.depth(Math.min(capacity, waiting.sizeWithHidden()));
        }
    }

    /** Takes out the oldest item to make room; null when the drain was faster. */
    protected final @Nullable T evict() {
        Backlog<T> waiting = backlog;
        return waiting == null ? null : waiting.evict();
    }

    Backlog<T> newBacklog(int capacity) {
        return Backlog.of(capacity);
    }

    // ---------------------------------------------------------------------------------------- from downstream

    @Override
    protected void settle() {
        super.settle();
        if (refused() && !nothingWaits()) {
            drain();
        }
    }

    @Override
    protected final void abandon() {
        drain();
    }

    // ----------------------------------------------------------------------------------------------- emission

    @Override
    protected final void pass() {
        while (!ended()) {
            boolean last = closing();
            if (refused()) {
                if (!maySignal(last)) {
                    return;
                }
                endRefused();
            } else if (nothingToTake()) {
                if (last && mayEnd()) {
                    end(takeFailure());
                }
                return;
            } else if (!forwardWaiting()) {
                return;
            }
        }
        Faults.rethrow(dropEach(this::take));
    }

    private boolean nothingToTake() {
        Backlog<T> waiting = backlog;
        return waiting == null || !waiting.hasNext();
    }

    /** Passes on one item that waits, or more; false when the pass has nothing else to do. Only for the drain. */
    protected abstract boolean forwardWaiting();

    protected final @Nullable T take() {
        Backlog<T> waiting = backlog;
        T item = waiting == null ? null : waiting.take();
        if (item != null && probed) {
            ledger.depth(0);
        }
        return item;
    }

    /** True when the stream may end, now that nothing waits and upstream has ended. */
    protected abstract boolean mayEnd();

    /** True when a pass may signal the end, since nobody else can be emitting. */
    protected abstract boolean maySignal(boolean upstreamEnded);

    // --------------------------------------------------------------------------------------------- the totals

    protected final boolean nothingWaits() {
        Backlog<T> waiting = backlog;
        return waiting == null || waiting.isEmpty();
    }

    private boolean hasRoom() {
        Backlog<T> waiting = backlog;
        return waiting == null || waiting.hasRoom();
    }

    @Override
    public final long waiting() {
        Backlog<T> waiting = backlog;
        return waiting == null ? 0 : Math.min(capacity, waiting.size());
    }

    @Override
    public final long capacity() {
        return capacity;
    }
}
