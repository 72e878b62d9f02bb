package io.weir.examples.lab;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a run has shown.
 *
 * @param title what the input was
 * @param manner how it treats its consumers
 * @param items what its items are called
 * @param canBeSlowed whether the producer waits until it is asked
 * @param total how many items the input had or sent; empty when no row saw its end
 * @param elapsed how long the run took
 * @param settings what all rows had in common
 * @param rows the result of each policy
 */
record RunResult(
        String title,
        String manner,
        String items,
        boolean canBeSlowed,
        OptionalLong total,
        Duration elapsed,
        Settings settings,
        List<RowResult> rows) {
    boolean accountsForAll() {
        return rows.stream().allMatch(RowResult::accountsForAll);
    }
}
