package io.weir.tck;

import static io.weir.Operators.mergeMap;

/** Many inner streams at once, of one item each. */
@VerifiesFactory("mergeMap(int, Function)")
public class MergeMapOperatorTckTest extends FlatteningVerification {
    public MergeMapOperatorTckTest() {
        super(1, mapper -> mergeMap(8, mapper));
    }
}
