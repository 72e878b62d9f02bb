package io.weir.tck;

import static io.weir.Operators.sample;

import io.weir.timing.SampleOperator;
import java.time.Duration;
import java.util.function.Function;
import org.reactivestreams.Processor;
import org.reactivestreams.Publisher;

/** A sampling operator for which a period ends with each item, so that it lets all of them through. */
final class TickedSample {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final SampleOperator operator;
    private final Pace pace;

    private TickedSample(SampleOperator operator, Runnable tick) {
        this.operator = operator;
        this.pace = Pace.exact().stepwise(tick);
    }

    /** With a clock of its own: one that is shared would be advanced by other streams as well. */
    static TickedSample byPeriod() {
        ManualTimer timer = new ManualTimer();
        return new TickedSample(sample(PERIOD).timer(timer), () -> timer.advance(PERIOD));
    }

    /** With a sampler of its own, for the same reason. */
    static TickedSample bySampler() {
        ManualSampler sampler = new ManualSampler();
        return new TickedSample(sample(sampler), sampler::tick);
    }

    Function<Publisher<Integer>, Publisher<Integer>> in(Setting setting) {
        return pace.around(setting.of(operator));
    }

    Processor<Integer, Integer> processor() {
        return pace.around(operator.<Integer>processor());
    }
}
