package io.weir.internal;

import io.weir.DropReason;
import org.jspecify.annotations.Nullable;

/** One of the streams of a {@link MergeLink}: its items are emitted at once, or wait in a backlog of their own. */
final class MergeInner<R> extends InnerStream<R, MergeLink<?, R>> {
    private final int prefetch;

    // Written by the inner stream, read by all.
    private volatile @Nullable Backlog<R> backlog;
    private volatile boolean done;

    // Owned by the inner stream, and by the drain once it is done.
    private @Nullable Throwable error;

    // Owned by whoever is in the drain loop.
    private boolean removed;
    private int emitted; // at once, since the last request
    private @Nullable LoneCount taken; // the same for items that waited

    MergeInner(MergeLink<?, R> link, int prefetch) {
        super(link);
        this.prefetch = prefetch;
    }

    // ------------------------------------------------------------------------------------------ its signals

    @Override
    protected long firstRequest() {
        return prefetch;
    }

    /** Whoever cancels the stage writes that down, then looks for inner streams; so this one looks whether it was. */
    @Override
    protected void started() {
        if (link.isLost()) {
            cancel();
        }
    }

    @Override
    void next(R item) {
        boolean stays = link.upstreamStaysFor(this);
        if (stays && link.emittedStaying(this, item)) {
            return;
        }
        if (link.isLost()) {
            link.ledger.droppedLate(item, link.reasonForUnused());
        } else if (stays) {
            keep(item);
            if (!link.endStay(this)) {
                link.drain(); // upstream had to leave meanwhile
            }
        } else if (link.reentersStay(this)) {
            keep(item);
        } else if (link.takeOver(this) || link.tryEnterToEmit()) {
            emitOrKeep(item);
        } else {
            keep(item);
            link.drain();
        }
    }

    /** In the loop, which is left after this. */
    private void emitOrKeep(R item) {
        boolean kept = false;
        try {
            kept = link.isBacklogged() || !emitNow(item);
            if (kept) {
                keep(item);
            }
        } finally {
            if (kept) {
                link.passUntilNoneMissed();
            } else {
                link.leave();
            }
        }
    }

    private void keep(R item) {
        Backlog<R> own = backlog;
        if (own == null) {
            own = Backlog.of(prefetch);
            backlog = own;
        }
        if (!own.hasRoom()) {
            link.drop(item, DropReason.NO_DEMAND); // more than was asked for (§1.1)
            return;
        }
        own.put(item);
        if (link.probed) {
            link.ledger.depth(link.waiting());
        }
    }

    @Override
    void ended(@Nullable Throwable outcome) {
        Throwable failure = link.innerOutcome(outcome);
        if (failure != null && link.failsAtOnce()) {
            link.fail(failure);
            if (!link.reentersStay(this)) {
                link.endStay(this); // upstream may be held up where it subscribes
            }
            return;
        }
        error = failure;
        if (nothingWaits() && link.removedStaying(this)) {
            return;
        }
        done = true;
        if (!link.upstreamStaysFor(this) && link.reentersStay(this)) {
            return; // it ended within its own onNext, which goes on
        }
        if (!link.endStay(this)) {
            link.drain();
        }
    }

    // --------------------------------------------------------------------------------------------- emission

    /** Emits an item that does not wait; false when that may not be. Only in the drain loop. */
    boolean emitNow(R item) {
        if (!link.emit(item)) {
            return false;
        }
        emitted++;
        askAgain();
        return true;
    }

    /** Emits the next of those that wait; false when there is none. Only in the drain loop. */
    boolean emitNext() {
        R item = poll();
        if (item == null) {
            return false;
        }
        if (link.emit(item)) {
            countWaited();
            askAgain();
        } else {
            link.dropRemaining(item); // the stream ended in between
        }
        return true;
    }

    private void countWaited() {
        if (taken == null) {
            taken = new LoneCount();
        }
        taken.add(1);
    }

    /** Asks for as many as were emitted, when that is three quarters of the prefetch. */
    private void askAgain() {
        int waited = taken == null ? 0 : taken.get();
        int used = emitted + waited;
        if (used >= prefetch - (prefetch >> 2)) {
            emitted = 0;
            if (taken != null) {
                taken.set(0);
            }
            requestInner(used);
        }
    }

    @Nullable
    R poll() {
        Backlog<R> own = backlog;
        R item = own == null ? null : own.poll();
        if (item != null && link.probed) {
            link.ledger.depth(0);
        }
        return item;
    }

    /** Marks it as removed, once: it may still stand in a copy of the slots. */
    boolean markRemoved() {
        boolean first = !removed;
        removed = true;
        return first;
    }

    /** What it ended with; null when it completed. */
    @Nullable
    Throwable error() {
        return error;
    }

    // ------------------------------------------------------------------------------------------- the totals

    boolean isExhausted() {
        return done && nothingWaits();
    }

    boolean nothingWaits() {
        Backlog<R> own = backlog;
        return own == null || own.isEmpty();
    }

    int waiting() {
        Backlog<R> own = backlog;
        return own == null ? 0 : own.size();
    }
}
