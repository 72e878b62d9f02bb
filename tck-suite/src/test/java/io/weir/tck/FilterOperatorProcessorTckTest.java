package io.weir.tck;

import io.weir.Operators;

/** The operator with a predicate that accepts everything. */
public class FilterOperatorProcessorTckTest extends ProcessorVerification {
    public FilterOperatorProcessorTckTest() {
        super(() -> Operators.<Integer>filter(item -> true).processor());
    }
}
