package io.weir.rxjava3;

import io.reactivex.rxjava3.core.FlowableTransformer;
import io.weir.IdentityOperator;
import io.weir.Operator;

/** How an operator comes to stand behind a flowable. */
enum Way {
    THROUGH_THE_ADAPTER {
        @Override
        <T> FlowableTransformer<T, T> via(IdentityOperator operator) {
            return RxJavaAdapter.via(operator);
        }

        @Override
        <T, R> FlowableTransformer<T, R> via(Operator<T, R> operator) {
            return RxJavaAdapter.via(operator);
        }
    },

    WITHOUT_IT {
        @Override
        <T> FlowableTransformer<T, T> via(IdentityOperator operator) {
            return operator::apply;
        }

        @Override
        <T, R> FlowableTransformer<T, R> via(Operator<T, R> operator) {
            return operator::apply;
        }
    };

    abstract <T> FlowableTransformer<T, T> via(IdentityOperator operator);

    abstract <T, R> FlowableTransformer<T, R> via(Operator<T, R> operator);
}
