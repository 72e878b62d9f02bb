package io.weir.tck;

import static io.weir.Operators.sample;

/** Samples by a publisher that sends an item whenever one has come. */
public class SampleOperatorSamplerProcessorTckTest extends ProcessorVerification {
    public SampleOperatorSamplerProcessorTckTest() {
        super(() -> {
            ManualSampler sampler = new ManualSampler();
            return Pace.exact().afterItem(sampler::tick).around(sample(sampler).processor());
        });
    }
}
