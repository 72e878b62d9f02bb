package io.weir.tck;

/** Samples by a clock that is a period later whenever an item has come. */
public class SampleOperatorProcessorTckTest extends ProcessorVerification {
    public SampleOperatorProcessorTckTest() {
        super(() -> TickedSample.byPeriod().processor());
    }
}
