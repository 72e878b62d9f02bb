package io.weir.tck;

import static io.weir.Operators.map;
import static io.weir.Operators.take;

import io.weir.Operators;
import io.weir.Weir;

/** A chain of several stages. */
public class WeirViaTckTest extends OperatorVerification {
    public WeirViaTckTest() {
        super(source -> Weir.from(source)
                .via(map((Integer item) -> item + 1))
                .via(Operators.<Integer, Integer>concatMap(item -> Weir.range(item, 1)))
                .via(take(Long.MAX_VALUE)));
    }
}
