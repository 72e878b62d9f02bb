package io.weir.tck;

/** Samples by a publisher that sends an item whenever one has come. */
@VerifiesFactory("sample(Publisher)")
public class SampleOperatorSamplerTckTest extends OperatorVerification {
    public SampleOperatorSamplerTckTest() {
        super(source -> subscriber -> TickedSample.bySampler().over(source).subscribe(subscriber));
    }
}
