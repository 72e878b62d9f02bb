package io.weir.tck;

import static io.weir.Operators.take;

/** An operator that leaves the type as it is, on {@link java.util.concurrent.Flow}. */
public class IdentityOperatorFlowTckTest extends FlowVerification {
    public IdentityOperatorFlowTckTest() {
        super(take(Long.MAX_VALUE)::applyFlow);
    }
}
