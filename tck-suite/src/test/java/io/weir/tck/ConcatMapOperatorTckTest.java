package io.weir.tck;

import static io.weir.Operators.concatMap;

/** Inner streams of several items, one waiting. */
@VerifiesFactory("concatMap(Function)")
public class ConcatMapOperatorTckTest extends FlatteningVerification {
    public ConcatMapOperatorTckTest() {
        super(3, mapper -> concatMap(mapper));
    }
}
