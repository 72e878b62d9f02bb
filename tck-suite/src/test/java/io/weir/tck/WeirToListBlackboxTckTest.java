package io.weir.tck;

import io.weir.Weir;

/** {@code toList()}. */
public class WeirToListBlackboxTckTest extends BlackboxVerification {
    public WeirToListBlackboxTckTest() {
        super(Weir::toList);
    }
}
