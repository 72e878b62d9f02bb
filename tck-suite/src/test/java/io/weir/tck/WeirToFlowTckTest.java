package io.weir.tck;

import static io.weir.Operators.take;

import io.weir.Weir;

/** A chain as a publisher of {@link java.util.concurrent.Flow}. */
public class WeirToFlowTckTest extends FlowVerification {
    public WeirToFlowTckTest() {
        super(source -> Weir.fromFlow(source).via(take(Long.MAX_VALUE)).toFlow());
    }
}
