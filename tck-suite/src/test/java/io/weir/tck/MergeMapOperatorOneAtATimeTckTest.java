package io.weir.tck;

import static io.weir.Operators.mergeMap;

/** One inner stream at a time, of several items. */
public class MergeMapOperatorOneAtATimeTckTest extends FlatteningVerification {
    public MergeMapOperatorOneAtATimeTckTest() {
        super(3, mapper -> mergeMap(1, mapper));
    }
}
