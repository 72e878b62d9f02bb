package io.weir.tck;

import org.testng.annotations.Factory;

/** Samples by a publisher that sends an item whenever one has come. */
@VerifiesFactory("sample(Publisher)")
public class SampleOperatorSamplerTckTest extends OperatorVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public SampleOperatorSamplerTckTest(Setting setting) {
        super(source ->
                subscriber -> TickedSample.bySampler().in(setting).apply(source).subscribe(subscriber));
    }
}
