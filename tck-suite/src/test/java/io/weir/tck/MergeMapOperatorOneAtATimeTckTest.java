package io.weir.tck;

import static io.weir.Operators.mergeMap;

import io.weir.Operator;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** One inner stream at a time, of several items. */
public class MergeMapOperatorOneAtATimeTckTest extends FlatteningVerification {
    public MergeMapOperatorOneAtATimeTckTest() {
        super(3);
    }

    @Override
    Operator<Integer, Integer> flatten(Function<Integer, Publisher<Integer>> mapper) {
        return mergeMap(1, mapper);
    }
}
