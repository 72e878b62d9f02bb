package io.weir.tck;

/** {@code forEach(batch, consumer)}, which asks for two items at a time. */
public class WeirForEachBatchBlackboxTckTest extends BlackboxVerification {
    public WeirForEachBatchBlackboxTckTest() {
        super(source -> source.forEach(2, item -> {}));
    }
}
