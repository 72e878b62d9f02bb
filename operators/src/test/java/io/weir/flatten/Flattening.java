package io.weir.flatten;

import io.weir.Operator;
import io.weir.Operators;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** The operators that flatten, for tests of what all of them do. */
enum Flattening {
    CONCAT(Operators::concatMap),
    CONCAT_AHEAD((options, mapper) -> Operators.concatMap(options.prefetch(4), mapper)),
    MERGE((options, mapper) -> Operators.mergeMap(options.concurrency(4).prefetch(8), mapper)),
    SWITCH(Operators::switchMap);

    private final BiFunction<FlattenOptions, Function<Object, Publisher<Object>>, Operator<Object, Object>> operator;

    Flattening(BiFunction<FlattenOptions, Function<Object, Publisher<Object>>, Operator<Object, Object>> operator) {
        this.operator = operator;
    }

    Operator<Object, Object> of(FlattenOptions options, Function<Object, Publisher<Object>> mapper) {
        return operator.apply(options, mapper);
    }
}
