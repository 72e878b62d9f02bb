package io.weir.reactor;

import io.weir.IdentityOperator;
import io.weir.Operator;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** How an operator comes to stand behind a flux. */
enum Way {
    THROUGH_THE_ADAPTER {
        @Override
        <T> Function<Flux<T>, Publisher<T>> via(IdentityOperator operator) {
            return source -> ReactorAdapter.<T>via(operator).apply(source);
        }

        @Override
        <T, R> Function<Flux<T>, Publisher<R>> via(Operator<T, R> operator) {
            return source -> ReactorAdapter.via(operator).apply(source);
        }
    },

    WITHOUT_IT {
        @Override
        <T> Function<Flux<T>, Publisher<T>> via(IdentityOperator operator) {
            return operator::apply;
        }

        @Override
        <T, R> Function<Flux<T>, Publisher<R>> via(Operator<T, R> operator) {
            return operator::apply;
        }
    };

    abstract <T> Function<Flux<T>, Publisher<T>> via(IdentityOperator operator);

    abstract <T, R> Function<Flux<T>, Publisher<R>> via(Operator<T, R> operator);
}
