package io.weir.tck;

import static io.weir.Operators.concatMap;

import io.weir.Operator;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** Inner streams of several items, one waiting. */
@VerifiesFactory("concatMap(Function)")
public class ConcatMapOperatorTckTest extends FlatteningVerification {
    public ConcatMapOperatorTckTest() {
        super(3);
    }

    @Override
    Operator<Integer, Integer> flatten(Function<Integer, Publisher<Integer>> mapper) {
        return concatMap(mapper);
    }
}
