package io.weir.tck;

import static io.weir.Operators.map;
import static io.weir.Operators.take;

import io.weir.Operators;
import io.weir.Weir;
import io.weir.reactor.ReactorAdapter;
import reactor.core.publisher.Flux;

/** Operators of Weir's, one alone and two composed, among operators of Reactor's. */
public class ReactorChainTckTest extends OperatorVerification {
    public ReactorChainTckTest() {
        super(source -> Flux.from(source)
                .transform(ReactorAdapter.via(take(Long.MAX_VALUE)))
                .map(item -> item + 1)
                .transform(ReactorAdapter.via(map((Integer item) -> item + 1)
                        .andThen(Operators.<Integer, Integer>concatMap(item -> Weir.range(item, 1)))))
                .filter(item -> item > 0));
    }
}
