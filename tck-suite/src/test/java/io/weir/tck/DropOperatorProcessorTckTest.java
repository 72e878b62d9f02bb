package io.weir.tck;

import static io.weir.Operators.drop;

/** The operator behind a source that sends what is wanted. */
public class DropOperatorProcessorTckTest extends ProcessorVerification {
    public DropOperatorProcessorTckTest() {
        super(() -> Pace.exact().around(drop().processor()));
    }
}
