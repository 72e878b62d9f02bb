package io.weir.tck;

import static io.weir.Operators.map;
import static io.weir.Operators.take;

import io.weir.rxjava3.RxJavaAdapter;

/** Operators of RxJava's own between two of Weir's in a plain pipeline. */
public class RxJavaPieceBetweenStagesTckTest extends OperatorVerification {
    public RxJavaPieceBetweenStagesTckTest() {
        super(map((Integer item) -> item + 1)
                .andThen(RxJavaAdapter.operator(
                        flowable -> flowable.map(item -> item + 1).filter(item -> item > 0)))
                .andThen(take(Long.MAX_VALUE)));
    }
}
