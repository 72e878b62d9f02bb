package io.weir.rxjava3;

import static io.weir.Operators.buffer;
import static io.weir.Operators.filter;
import static io.weir.Operators.mergeMap;

import io.reactivex.rxjava3.core.Flowable;
import org.junit.jupiter.api.Test;

class RxJavaAdapterTest {
    @Test
    void anOperatorStandsInAFlowable() {
        Flowable.range(1, 5)
                .compose(RxJavaAdapter.via(buffer(8)))
                .compose(RxJavaAdapter.via(filter((Integer item) -> item != 3)))
                .compose(RxJavaAdapter.via(mergeMap(2, (Integer item) -> Flowable.just(item, -item))))
                .test()
                .assertResult(1, -1, 2, -2, 4, -4, 5, -5);
    }
}
