package io.weir.tck;

import io.weir.Operators;

/** An operator that changes the type, on {@link java.util.concurrent.Flow}. */
public class OperatorFlowTckTest extends FlowVerification {
    public OperatorFlowTckTest() {
        super(Operators.<Integer, Integer>map(item -> item + 1)::applyFlow);
    }
}
