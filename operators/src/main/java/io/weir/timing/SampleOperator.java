package io.weir.timing;

import static io.weir.internal.Require.notNull;
import static io.weir.internal.Require.positive;

import io.weir.Configurable;
import io.weir.DropReason;
import io.weir.IdentityOperator;
import io.weir.internal.PeriodSampleLink;
import io.weir.internal.SampleLink;
import io.weir.internal.SamplerLink;
import io.weir.internal.Stage;
import io.weir.spi.StageSettings;
import io.weir.spi.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * Lets through the newest item of each period.
 *
 * <p><b>Demand:</b> asks upstream (and a sampler) for an unbounded number of items at once. A sampled item waits until it
 * is requested; a period in which nothing came samples nothing.
 *
 * <p><b>Overflow:</b> at most 2 items wait: the newest of the running period and the one sampled before it. Either is
 * superseded by the next of its kind.
 *
 * <p><b>Errors:</b> an error, like completion, comes after the last item, which is sampled at once; both come when that
 * item has been requested. An error of the sampler ends the stream in the same way; its completion completes it.
 *
 * <p><b>Drops:</b> {@link DropReason#SUPERSEDED} for an item that a newer one replaced, {@link DropReason#CANCELLED} for
 * those that wait when the stream is cancelled, {@link DropReason#FAILED} for those that wait when the subscriber makes
 * an invalid request.
 *
 * <p><b>Threads:</b> with a period, those of the {@link Timer}, which is looked up at subscription: the one given by {@link
 * #timer(Timer)}, else the subscriber's own (see {@link io.weir.spi.StageContext}), else {@link Timer#shared()}. Items
 * are emitted on the timer's or the sampler's thread, on the one that requests, and the last one on upstream's. The timer
 * is called off when the stream ends.
 */
public final class SampleOperator extends IdentityOperator implements Configurable<SampleOperator> {
    private final @Nullable Duration period;
    private final @Nullable Publisher<?> sampler;
    private final @Nullable Timer timer;
    private final StageSettings settings;

    private SampleOperator(
            @Nullable Duration period, @Nullable Publisher<?> sampler, @Nullable Timer timer, StageSettings settings) {
        this.period = period;
        this.sampler = sampler;
        this.timer = timer;
        this.settings = settings;
    }

    /**
     * Samples by the clock.
     *
     * @param period how long each period is; longer than zero
     * @return the operator
     * @throws IllegalArgumentException if the period is zero or negative
     */
    public static SampleOperator every(Duration period) {
        return new SampleOperator(positive("sample period", period), null, null, StageSettings.NONE);
    }

    /**
     * Samples whenever another publisher sends an item.
     *
     * @param sampler ends a period with each of its items
     * @return the operator
     */
    public static SampleOperator by(Publisher<?> sampler) {
        return new SampleOperator(null, notNull("sampler", sampler), null, StageSettings.NONE);
    }

    /**
     * Gives the operator a timer of its own. Without effect on one that samples by a publisher.
     *
     * @param timer measures the periods
     * @return the operator with this timer
     */
    public SampleOperator timer(Timer timer) {
        return new SampleOperator(period, sampler, notNull("timer", timer), settings);
    }

    @Override
    public <T> Publisher<T> apply(Publisher<T> source) {
        return Stage.over(source, this, (spec, downstream) -> spec.link(downstream));
    }

    private <T> SampleLink<T> link(Subscriber<? super T> downstream) {
        return period != null
                ? new PeriodSampleLink<>(this, settings, downstream, period, timer)
                : new SamplerLink<>(this, settings, downstream, notNull("sampler", sampler));
    }

    @Override
    public long mostWaiting() {
        return 2;
    }

    @Override
    public StageSettings settings() {
        return settings;
    }

    @Override
    public SampleOperator with(StageSettings settings) {
        return new SampleOperator(period, sampler, timer, notNull("settings", settings));
    }

    @Override
    public String toString() {
        return "sample(" + (period != null ? period : "sampler") + ")" + settings;
    }
}
