package io.weir.tck;

import org.testng.annotations.Factory;

/** Samples by a clock that is a period later whenever an item has come. */
@VerifiesFactory("sample(Duration)")
public class SampleOperatorTckTest extends OperatorVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public SampleOperatorTckTest(Setting setting) {
        super(source ->
                subscriber -> TickedSample.byPeriod().in(setting).apply(source).subscribe(subscriber));
    }
}
