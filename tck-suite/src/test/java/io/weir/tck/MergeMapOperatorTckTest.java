package io.weir.tck;

import static io.weir.Operators.mergeMap;

import io.weir.Operator;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** Many inner streams at once, of one item each. */
@VerifiesFactory("mergeMap(int, Function)")
public class MergeMapOperatorTckTest extends FlatteningVerification {
    public MergeMapOperatorTckTest() {
        super(1);
    }

    @Override
    Operator<Integer, Integer> flatten(Function<Integer, Publisher<Integer>> mapper) {
        return mergeMap(8, mapper);
    }
}
