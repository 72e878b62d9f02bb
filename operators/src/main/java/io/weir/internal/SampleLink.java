package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageContext;
import io.weir.spi.StageMember;
import io.weir.spi.StageSettings;
import io.weir.spi.StageState;
import io.weir.spi.Timer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
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
                if (last) {
                    end(takeFailure());
                }
                return;
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

    /**
     * Periods measured by a timer. They do not drift: each is due a whole number of periods after the start, unless the clock
     * is set back, as clocks that show the time of day are; then they are counted anew.
     */
    public static final class ByPeriod<T> extends SampleLink<T> {
        private static final VarHandle NEXT = Atomics.field(MethodHandles.lookup(), ByPeriod.class, "next", Tick.class);

        private final Timer timer;
        private final long period;
        private long dueAt;
        private volatile @Nullable Tick next; // the last one that was scheduled; a stopped one stops them all

        public ByPeriod(
                Object operator,
                StageSettings settings,
                Subscriber<? super T> downstream,
                Duration period,
                @Nullable Timer timer) {
            super(operator, settings, downstream);
            this.timer = (timer == null ? offeredTimer() : timer).subscribed();
            this.period = period.toNanos();
        }

        @Override
        void startSampling() {
            dueAt = timer.nanoTime();
            scheduleNext();
        }

        /** Each tick schedules the next, so that ticks never overlap. */
        private void scheduleNext() {
            Tick before = next;
            Tick tick = new Tick();
            if (before == Tick.STOP || !NEXT.compareAndSet(this, before, tick)) {
                return; // stopped
            }
            try {
                long now = timer.nanoTime();
                long late = now - dueAt;
                dueAt = late < -period ? now + period : dueAt + (Math.max(0, late) / period + 1) * period;
                tick.schedule(timer, this::tick, Duration.ofNanos(dueAt - now));
            } catch (Throwable t) {
                Faults.rethrowFatal(t);
                conclude(t);
            }
        }

        private void tick() {
            sampleNow();
            if (!ended()) {
                scheduleNext();
            }
        }

        @Override
        protected void stop() {
            super.stop();
            Tick tick = (Tick) NEXT.getAndSet(this, Tick.STOP);
            if (tick != null) {
                tick.cancel();
            }
        }
    }

    /** Periods ended by another publisher. */
    public static final class BySampler<T> extends SampleLink<T> {
        private final Publisher<?> sampler;
        private final Sampling sampling = new Sampling();

        public BySampler(
                Object operator, StageSettings settings, Subscriber<? super T> downstream, Publisher<?> sampler) {
            super(operator, settings, downstream);
            this.sampler = sampler;
        }

        @Override
        void startSampling() {
            sampling.subscribeTo(sampler);
        }

        @Override
        protected void stop() {
            super.stop();
            sampling.cancel();
        }

        private final class Sampling extends InnerSubscriber<Object> implements StageMember {
            @Override
            public @Nullable StageContext stageContext() {
                return BySampler.this.stageContext();
            }

            @Override
            public StageState stage() {
                return BySampler.this;
            }

            @Override
            protected long firstRequest() {
                return Demand.UNBOUNDED;
            }

            @Override
            public void onNext(Object item) {
                Require.notNull("item", item);
                sampleNow();
            }

            @Override
            public void onError(Throwable error) {
                Require.notNull("error", error);
                forgetSubscription();
                conclude(error);
            }

            @Override
            public void onComplete() {
                forgetSubscription();
                conclude(null);
            }
        }
    }
}
