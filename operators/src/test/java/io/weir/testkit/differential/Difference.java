package io.weir.testkit.differential;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A known difference: its name and its reason as they stand in {@code docs/migrating.md}, what it foretells of the other
 * side, and what it claims of ours.
 *
 * @param name short, for the table
 * @param reason what the other library does, what we do, and why
 * @param whatIf what has to be otherwise for us to do the same
 * @param theirs what the other library shows where we show this; the same trace where the difference does not apply
 * @param view what is the same for both sides in spite of the difference
 * @param claim what must be true of our side where the difference applies
 */
public record Difference(
        String name,
        String reason,
        Set<WhatIf> whatIf,
        BiFunction<Pair, Trace, Trace> theirs,
        UnaryOperator<Trace> view,
        Claim claim) {
    private static final Claim NOTHING = new Claim(Set.of(), trace -> trace);

    /**
     * What we show is what we show if something else is otherwise. So a prediction that only covers what the other side
     * shows before it ends does not excuse whatever we show after that.
     *
     * @param whatIf what is otherwise
     * @param image what stands, in that run, for what we show in this one
     */
    public record Claim(Set<WhatIf> whatIf, UnaryOperator<Trace> image) {}

    /** A difference that foretells their trace from ours. */
    public static Difference foretelling(String name, String reason, BiFunction<Pair, Trace, Trace> theirs) {
        return new Difference(name, reason, Set.of(), theirs, trace -> trace, NOTHING);
    }

    /** A difference that would not be there if something else were otherwise. */
    public static Difference vanishing(String name, String reason, WhatIf first, WhatIf... more) {
        return new Difference(name, reason, EnumSet.of(first, more), (pair, ours) -> ours, trace -> trace, NOTHING);
    }

    /** A difference that leaves something the same, and only that can be compared. */
    public static Difference sparing(String name, String reason, UnaryOperator<Trace> view) {
        return new Difference(name, reason, Set.of(), (pair, ours) -> ours, view, NOTHING);
    }

    /** The same difference where it also foretells something. */
    public Difference andForetelling(BiFunction<Pair, Trace, Trace> more) {
        return new Difference(name, reason, whatIf, more, view, claim);
    }

    /** The same difference with a claim. */
    public Difference claiming(WhatIf instead, UnaryOperator<Trace> image) {
        return new Difference(name, reason, whatIf, theirs, view, new Claim(Set.of(instead), image));
    }

    @Override
    public String toString() {
        return name;
    }
}
