package io.weir.tck;

import static io.weir.Operators.map;
import static io.weir.Operators.take;

import io.weir.reactor.ReactorAdapter;

/** Operators of Reactor's own between two of Weir's in a plain pipeline. */
public class ReactorPieceBetweenStagesTckTest extends OperatorVerification {
    public ReactorPieceBetweenStagesTckTest() {
        super(map((Integer item) -> item + 1)
                .andThen(ReactorAdapter.operator(
                        flux -> flux.map(item -> item + 1).filter(item -> item > 0)))
                .andThen(take(Long.MAX_VALUE)));
    }
}
