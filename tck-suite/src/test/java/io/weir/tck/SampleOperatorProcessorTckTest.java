package io.weir.tck;

import static io.weir.Operators.sample;

import java.time.Duration;

/** Samples by a clock that is a period later whenever an item has come. */
public class SampleOperatorProcessorTckTest extends ProcessorVerification {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    public SampleOperatorProcessorTckTest() {
        super(() -> {
            ManualTimer timer = new ManualTimer();
            return Pace.exact()
                    .afterItem(() -> timer.advance(PERIOD))
                    .around(sample(PERIOD).timer(timer).processor());
        });
    }
}
