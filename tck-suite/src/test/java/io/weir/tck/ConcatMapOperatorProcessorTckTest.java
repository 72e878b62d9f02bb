package io.weir.tck;

import io.weir.Operators;
import io.weir.Weir;

/** Inner streams of one item, which is the one that came. */
public class ConcatMapOperatorProcessorTckTest extends ProcessorVerification {
    public ConcatMapOperatorProcessorTckTest() {
        super(() -> Operators.<Integer, Integer>concatMap(item -> Weir.range(item, 1))
                .processor());
    }
}
