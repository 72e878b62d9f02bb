package io.weir.tck;

import static io.weir.Operators.concatMap;

import io.weir.flatten.FlattenOptions;

/** Several inner streams wait, and errors do too. */
@VerifiesFactory("concatMap(FlattenOptions, Function)")
public class ConcatMapOperatorOptionsTckTest extends FlatteningVerification {
    public ConcatMapOperatorOptionsTckTest() {
        super(1, mapper -> concatMap(FlattenOptions.defaults().prefetch(4).delayErrors(), mapper));
    }
}
