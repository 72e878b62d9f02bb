package io.weir.testkit.differential;

/**
 * How a source ended.
 *
 * @param step when it signalled its end
 * @param seen how many events the trace of its side had then
 * @param error the name of its error; empty when it completed
 */
public record End(int step, int seen, String error) {
    /** True when it did not complete. */
    public boolean isFailure() {
        return !error.isEmpty();
    }
}
