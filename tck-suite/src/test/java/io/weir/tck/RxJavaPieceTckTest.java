package io.weir.tck;

import io.weir.rxjava3.RxJavaAdapter;

/** Operators of RxJava's own in a plain pipeline. */
public class RxJavaPieceTckTest extends OperatorVerification {
    public RxJavaPieceTckTest() {
        super(RxJavaAdapter.operator(flowable -> flowable.map(item -> item + 1).filter(item -> item > 0)));
    }
}
