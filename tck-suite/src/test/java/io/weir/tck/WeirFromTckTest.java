package io.weir.tck;

import io.weir.Weir;

/** Another's publisher with the fluent face, as it is. */
public class WeirFromTckTest extends OperatorVerification {
    public WeirFromTckTest() {
        super(Weir::from);
    }
}
