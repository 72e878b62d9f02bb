package io.weir.tck;

/** {@code forEach(batch, consumer)}, which asks for two items at a time. */
public class WeirForEachBatchWhiteboxTckTest extends WhiteboxVerification {
    public WeirForEachBatchWhiteboxTckTest() {
        super(source -> source.forEach(2, item -> {}));
    }
}
