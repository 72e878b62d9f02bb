package io.weir.tck;

import static io.weir.Operators.concatMap;

import io.weir.Operator;
import io.weir.flatten.FlattenOptions;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** Several inner streams wait, and errors do too. */
@VerifiesFactory("concatMap(FlattenOptions, Function)")
public class ConcatMapOperatorOptionsTckTest extends FlatteningVerification {
    public ConcatMapOperatorOptionsTckTest() {
        super(1);
    }

    @Override
    Operator<Integer, Integer> flatten(Function<Integer, Publisher<Integer>> mapper) {
        return concatMap(FlattenOptions.defaults().prefetch(4).delayErrors(), mapper);
    }
}
