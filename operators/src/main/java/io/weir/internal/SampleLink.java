package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/**
 * Keeps the newest item of the running period, and the one sampled last until it is demanded.
 *
 * <p>Upstream writes {@code newest}; everything else happens in passes, which alone have the right to emit. The end of a
 * period only leaves a note, so that the last item cannot be overtaken by completion.
 */
public abstract class SampleLink<T> extends Link<T, T> {
    private static final VarHandle NEWEST =
            Atomics.field(MethodHandles.lookup(), SampleLink.class, "newest", Object.class);

    // Written by upstream, emptied by the drain.
    private volatile @Nullable T newest;

    // Written by whoever measures the periods, cleared by the drain.
    private volatile boolean due;

    // Owned by the drain; read by all.
    private volatile @Nullable T sampled;

    SampleLink(Object operator, StageSettings settings, Subscriber<? super T> downstream) {
        super(operator, settings, downstream);
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    protected final void start() {
        startSampling();
        super.start();
    }

    @Override
    public final long prefetch() {
        return Demand.UNBOUNDED;
    }

    @Override
    @SuppressWarnings("unchecked") // the field holds nothing else
    public final void onNext(T item) {
        received(item);
        if (!admits(item)) {
            return;
        }
        T older = (T) NEWEST.getAndSet(this, item);
        ledger.depth(older == null ? 1 : 0);
        dropSuperseded(older);
        if (ended() || refused()) {
            drain();
        }
    }

    @Override
    protected final void upstreamEnded(@Nullable Throwable error) {
        conclude(error);
    }

    /** The stream is to end so, after what waits. Any thread may call it. */
    final void conclude(@Nullable Throwable error) {
        close(error); // first: the sampler may complete while it is cancelled
        stop();
        drain();
    }

    @Override
    protected final void fail(Throwable error) {
        conclude(error);
    }

    /** A period is over. Any thread may call it. */
    final void sampleNow() {
        due = true;
        drain();
    }

    abstract void startSampling();

    // ---------------------------------------------------------------------------------------- from downstream

    @Override
    protected final void demanded(long n, long before) {
        if (sampled != null) {
            drain();
        }
    }

    @Override
    protected final void settle() {
        drain();
    }

    @Override
    protected final void abandon() {
        drain();
    }

    // ----------------------------------------------------------------------------------------------- emission

    @Override
    protected final void pass() {
        while (!ended()) {
            if (refused()) {
                endRefused();
                continue;
            }
            boolean last = closing();
            if (last || due) {
                due = false;
                sample();
            }
            T item = sampled;
            if (item == null) {
                if (!last) {
                    return;
                }
                end(takeFailure());
                continue; // upstream may have sent one more meanwhile
            }
            if (!mayEmit()) {
                return;
            }
            sampled = null;
            ledger.depth(0);
            if (!emit(item)) {
                dropRemaining(item);
            }
        }
        Faults.rethrow(dropEach(this::takeAny));
    }

    private void sample() {
        T item = takeNewest();
        if (item == null) {
            return;
        }
        T older = sampled;
        sampled = item;
        ledger.depth(0);
        dropSuperseded(older);
    }

    private void dropSuperseded(@Nullable T older) {
        if (older != null) {
            drop(older, DropReason.SUPERSEDED);
        }
    }

    private @Nullable T takeAny() {
        T item = sampled == null ? takeNewest() : sampled;
        sampled = null;
        if (item != null) {
            ledger.depth(0);
        }
        return item;
    }

    @SuppressWarnings("unchecked") // the field holds nothing else
    private @Nullable T takeNewest() {
        return newest == null ? null : (T) NEWEST.getAndSet(this, null);
    }

    // --------------------------------------------------------------------------------------------- the totals

    @Override
    public final long waiting() {
        return (newest == null ? 0L : 1L) + (sampled == null ? 0L : 1L);
    }

    @Override
    public final long capacity() {
        return 2;
    }
}
