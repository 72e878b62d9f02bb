package io.weir.internal;

import io.weir.spi.StageSettings;
import io.weir.spi.Timer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/**
 * Periods measured by a timer. They do not drift: each is due a whole number of periods after the start, unless the clock
 * is set back, as clocks that show the time of day are; then they are counted anew.
 */
public final class PeriodSampleLink<T> extends SampleLink<T> {
    private static final VarHandle NEXT =
            Atomics.field(MethodHandles.lookup(), PeriodSampleLink.class, "next", Tick.class);

    private final long period;

    // Owned by whoever starts, then by the one tick there is.
    private Timer timer;
    private long dueAt;

    // Written by whoever starts and by ticks, stopped by any thread.
    private volatile @Nullable Tick next; // the last one that was scheduled; a stopped one stops them all

    public PeriodSampleLink(
            Object operator,
            StageSettings settings,
            Subscriber<? super T> downstream,
            Duration period,
            @Nullable Timer timer) {
        super(operator, settings, downstream);
        this.timer = timer == null ? offeredTimer() : timer;
        this.period = period.toNanos();
    }

    @Override
    void startSampling() {
        try {
            timer = Require.notNull("what the subscribed() of the Timer returns", timer.subscribed());
            dueAt = timer.nanoTime();
        } catch (Throwable t) {
            timerThrew(t);
            return;
        }
        scheduleNext();
    }

    private void timerThrew(Throwable t) {
        rethrowFatal(t);
        conclude(t);
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
            timerThrew(t);
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
