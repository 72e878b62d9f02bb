package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageMember;
import io.weir.spi.StageState;
import org.jspecify.annotations.Nullable;

/**
 * One of the streams that a flattening stage makes of its items. What comes after its end goes no further.
 *
 * @param <R> what comes out of it
 * @param <L> the stage
 */
abstract class InnerStream<R, L extends Link<?, R>> extends InnerSubscriber<R> implements StageMember {
    protected final L link;

    // Owned by the inner stream.
    private boolean finished;

    InnerStream(L link) {
        this.link = link;
    }

    @Override
    public final void onNext(R item) {
        link.receivedInner(item);
        if (finished) {
            link.ledger.droppedLate(item, DropReason.AFTER_TERMINATION);
        } else {
            next(item);
        }
    }

    @Override
    public final void onError(Throwable error) {
        finish(Require.notNull("error", error));
    }

    @Override
    public final void onComplete() {
        finish(null);
    }

    private void finish(@Nullable Throwable error) {
        if (finished) {
            link.ledger.late(error);
        } else {
            finished = true;
            forgetSubscription();
            ended(error);
        }
    }

    /** An item came. */
    abstract void next(R item);

    /** The stream has completed, or failed. */
    abstract void ended(@Nullable Throwable error);

    final boolean isFinished() {
        return finished;
    }

    @Override
    final Link<?, ?> link() {
        return link;
    }

    @Override
    public final StageState stage() {
        return link;
    }
}
