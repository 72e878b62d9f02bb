package io.weir.tck;

/** Samples by a publisher that sends an item whenever one has come. */
public class SampleOperatorSamplerProcessorTckTest extends ProcessorVerification {
    public SampleOperatorSamplerProcessorTckTest() {
        super(() -> TickedSample.bySampler().processor());
    }
}
