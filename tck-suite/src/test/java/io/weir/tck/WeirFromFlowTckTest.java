package io.weir.tck;

import io.weir.Weir;
import org.reactivestreams.FlowAdapters;

/** A publisher of {@link java.util.concurrent.Flow}. */
public class WeirFromFlowTckTest extends OperatorVerification {
    public WeirFromFlowTckTest() {
        super(source -> Weir.fromFlow(FlowAdapters.toFlowPublisher(source)));
    }
}
