package io.weir.tck;

import static io.weir.Operators.latest;

/** The operator with one item waiting all the time. */
@VerifiesFactory("latest()")
public class LatestOperatorTckTest extends OperatorVerification {
    public LatestOperatorTckTest() {
        super(Pace.ahead(1).around(latest()::apply));
    }
}
