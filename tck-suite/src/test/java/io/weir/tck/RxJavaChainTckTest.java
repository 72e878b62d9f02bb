package io.weir.tck;

import static io.weir.Operators.map;
import static io.weir.Operators.take;

import io.reactivex.rxjava3.core.Flowable;
import io.weir.Operators;
import io.weir.Weir;
import io.weir.rxjava3.RxJavaAdapter;

/** Operators of Weir's, one alone and two composed, among operators of RxJava's. */
public class RxJavaChainTckTest extends OperatorVerification {
    public RxJavaChainTckTest() {
        super(source -> Flowable.fromPublisher(source)
                .compose(RxJavaAdapter.via(take(Long.MAX_VALUE)))
                .map(item -> item + 1)
                .compose(RxJavaAdapter.via(map((Integer item) -> item + 1)
                        .andThen(Operators.<Integer, Integer>concatMap(item -> Weir.range(item, 1)))))
                .filter(item -> item > 0));
    }
}
