package io.weir.tck;

import static io.weir.Operators.switchMap;

import io.weir.Operator;
import org.reactivestreams.Publisher;

/** A new inner stream for each item that is wanted. */
@VerifiesFactory("switchMap(Function)")
public class SwitchMapOperatorTckTest extends FlatteningVerification {
    public SwitchMapOperatorTckTest() {
        super(1, mapper -> switchMap(mapper));
    }

    @Override
    Publisher<Integer> behind(Publisher<Integer> source, Operator<Integer, Integer> operator) {
        return Pace.exact().stepwise().around(operator).apply(source);
    }
}
