package io.weir.tck;

import io.weir.Weir;

/** {@code toList()}. */
public class WeirToListWhiteboxTckTest extends WhiteboxVerification {
    public WeirToListWhiteboxTckTest() {
        super(Weir::toList);
    }
}
