package io.weir.tck;

import static io.weir.Operators.take;

/** The operator with a limit that is never reached. */
public class TakeOperatorProcessorTckTest extends ProcessorVerification {
    public TakeOperatorProcessorTckTest() {
        super(() -> take(Long.MAX_VALUE).processor());
    }
}
