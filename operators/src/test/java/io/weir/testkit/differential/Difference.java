package io.weir.testkit.differential;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A known difference: its name and its reason as they stand in {@code docs/migrating.md}, and what it foretells.
 *
 * @param name short, for the table
 * @param reason what the other library does, what we do, and why
 * @param theirs what the other library shows where we show this; our own trace where the difference does not apply
 * @param view what is the same for both sides in spite of the difference
 */
public record Difference(String name, String reason, BiFunction<Pair, Trace, Trace> theirs, UnaryOperator<Trace> view) {
    /** A difference that foretells their trace from ours. */
    public static Difference foretelling(String name, String reason, BiFunction<Pair, Trace, Trace> theirs) {
        return new Difference(name, reason, theirs, trace -> trace);
    }

    /** A difference that leaves something the same, and only that can be compared. */
    public static Difference sparing(String name, String reason, UnaryOperator<Trace> view) {
        return new Difference(name, reason, (pair, ours) -> ours, view);
    }

    @Override
    public String toString() {
        return name;
    }
}
