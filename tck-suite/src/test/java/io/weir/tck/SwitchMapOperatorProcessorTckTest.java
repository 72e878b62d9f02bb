package io.weir.tck;

import io.weir.Operators;
import io.weir.Weir;

/** Inner streams of one item, which is the one that came. */
public class SwitchMapOperatorProcessorTckTest extends ProcessorVerification {
    public SwitchMapOperatorProcessorTckTest() {
        super(() -> Pace.exact()
                .stepwise()
                .around(Operators.<Integer, Integer>switchMap(item -> Weir.range(item, 1))
                        .processor()));
    }
}
