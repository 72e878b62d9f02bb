package io.weir.tck;

/** {@code forEach(consumer)}, which asks for everything. */
public class WeirForEachBlackboxTckTest extends BlackboxVerification {
    public WeirForEachBlackboxTckTest() {
        super(source -> source.forEach(item -> {}));
    }
}
