package io.weir.testkit.differential;

import java.util.Comparator;

/**
 * How a source ended.
 *
 * @param order how many others ended before it
 * @param step when it signalled its end
 * @param seen how many events the trace of its side had then
 * @param error the name of its error; empty when it completed
 */
public record End(int order, int step, int seen, String error) {
    /** By time. */
    public static final Comparator<End> FIRST = Comparator.comparingInt(End::order);

    /** True when it did not complete. */
    public boolean isFailure() {
        return !error.isEmpty();
    }

    /** True when the other has the same error, at the same step and after as many events. */
    boolean comesLike(End other) {
        return step == other.step && seen == other.seen && error.equals(other.error);
    }
}
