package io.weir.tck;

import static io.weir.Operators.latest;

/** The operator with one item waiting all the time. */
public class LatestOperatorProcessorTckTest extends ProcessorVerification {
    public LatestOperatorProcessorTckTest() {
        super(() -> Pace.ahead(1).around(latest().processor()));
    }
}
