package io.weir.tck;

import io.weir.reactor.ReactorAdapter;

/** Operators of Reactor's own in a plain pipeline. */
public class ReactorPieceTckTest extends OperatorVerification {
    public ReactorPieceTckTest() {
        super(ReactorAdapter.operator(flux -> flux.map(item -> item + 1).filter(item -> item > 0)));
    }
}
