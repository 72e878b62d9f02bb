package io.weir.testkit.differential;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A known difference: its name and its reason as they stand in {@code docs/migrating.md}, and what it foretells.
 *
 * @param name short, for the table
 * @param reason what the other library does, what we do, and why
 * @param whatIf what has to be otherwise for us to do the same
 * @param theirs what the other library shows where we show this; the same trace where the difference does not apply
 * @param view what is the same for both sides in spite of the difference
 */
public record Difference(
        String name,
        String reason,
        Set<WhatIf> whatIf,
        BiFunction<Pair, Trace, Trace> theirs,
        UnaryOperator<Trace> view) {
    /** A difference that foretells their trace from ours. */
    public static Difference foretelling(String name, String reason, BiFunction<Pair, Trace, Trace> theirs) {
        return new Difference(name, reason, Set.of(), theirs, trace -> trace);
    }

    /** A difference that would not be there if something else were otherwise. */
    public static Difference vanishing(String name, String reason, WhatIf first, WhatIf... more) {
        return new Difference(name, reason, EnumSet.of(first, more), (pair, ours) -> ours, trace -> trace);
    }

    /** A difference that leaves something the same, and only that can be compared. */
    public static Difference sparing(String name, String reason, UnaryOperator<Trace> view) {
        return new Difference(name, reason, Set.of(), (pair, ours) -> ours, view);
    }

    @Override
    public String toString() {
        return name;
    }
}
