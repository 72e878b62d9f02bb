package io.weir.tck;

import io.weir.Operators;

/** The operator with a mapper that changes nothing. */
public class MapOperatorProcessorTckTest extends ProcessorVerification {
    public MapOperatorProcessorTckTest() {
        super(() -> Operators.<Integer, Integer>map(item -> item).processor());
    }
}
