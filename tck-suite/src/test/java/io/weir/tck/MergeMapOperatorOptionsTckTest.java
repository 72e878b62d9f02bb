package io.weir.tck;

import static io.weir.Operators.mergeMap;

import io.weir.flatten.FlattenOptions;

/** Several inner streams, of which each has more items than may wait; errors do too. */
@VerifiesFactory("mergeMap(FlattenOptions, Function)")
public class MergeMapOperatorOptionsTckTest extends FlatteningVerification {
    public MergeMapOperatorOptionsTckTest() {
        super(
                5,
                mapper -> mergeMap(
                        FlattenOptions.defaults().concurrency(3).prefetch(2).delayErrors(), mapper));
    }
}
