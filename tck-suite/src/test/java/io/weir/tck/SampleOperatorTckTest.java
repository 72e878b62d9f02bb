package io.weir.tck;

/** Samples by a clock that is a period later whenever an item has come. */
@VerifiesFactory("sample(Duration)")
public class SampleOperatorTckTest extends OperatorVerification {
    public SampleOperatorTckTest() {
        super(source -> subscriber -> TickedSample.byPeriod().over(source).subscribe(subscriber));
    }
}
