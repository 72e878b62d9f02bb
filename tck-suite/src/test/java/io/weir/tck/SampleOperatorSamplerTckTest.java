package io.weir.tck;

import static io.weir.Operators.sample;

/** Samples by a publisher that sends an item whenever one has come. */
@VerifiesFactory("sample(Publisher)")
public class SampleOperatorSamplerTckTest extends OperatorVerification {
    public SampleOperatorSamplerTckTest() {
        this(new ManualSampler());
    }

    private SampleOperatorSamplerTckTest(ManualSampler sampler) {
        super(Pace.exact().afterItem(sampler::tick).around(sample(sampler)::apply));
    }
}
