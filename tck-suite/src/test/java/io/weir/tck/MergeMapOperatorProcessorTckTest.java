package io.weir.tck;

import io.weir.Operators;
import io.weir.Weir;

/** Inner streams of one item, which is the one that came. */
public class MergeMapOperatorProcessorTckTest extends ProcessorVerification {
    public MergeMapOperatorProcessorTckTest() {
        super(() -> Operators.<Integer, Integer>mergeMap(4, item -> Weir.range(item, 1))
                .processor());
    }
}
