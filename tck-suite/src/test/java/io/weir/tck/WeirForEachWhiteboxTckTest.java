package io.weir.tck;

/** {@code forEach(consumer)}, which asks for everything. */
public class WeirForEachWhiteboxTckTest extends WhiteboxVerification {
    public WeirForEachWhiteboxTckTest() {
        super(source -> source.forEach(item -> {}));
    }
}
