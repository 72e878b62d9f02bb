package io.weir.tck;

import static io.weir.Operators.sample;

/** Samples by a publisher that sends an item whenever one has come. */
@VerifiesFactory("sample(Publisher)")
public class SampleOperatorSamplerTckTest extends OperatorVerification {
    public SampleOperatorSamplerTckTest() {
        super(Pace.anew(() -> {
            ManualSampler sampler = new ManualSampler();
            return Pace.exact().afterItem(sampler::tick).around(sample(sampler)::apply);
        }));
    }
}
