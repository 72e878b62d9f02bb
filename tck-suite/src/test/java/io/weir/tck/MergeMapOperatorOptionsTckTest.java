package io.weir.tck;

import static io.weir.Operators.mergeMap;

import io.weir.Operator;
import io.weir.flatten.FlattenOptions;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** Several inner streams, of which each has more items than may wait; errors do too. */
@VerifiesFactory("mergeMap(FlattenOptions, Function)")
public class MergeMapOperatorOptionsTckTest extends FlatteningVerification {
    public MergeMapOperatorOptionsTckTest() {
        super(5);
    }

    @Override
    Operator<Integer, Integer> flatten(Function<Integer, Publisher<Integer>> mapper) {
        return mergeMap(FlattenOptions.defaults().concurrency(3).prefetch(2).delayErrors(), mapper);
    }
}
