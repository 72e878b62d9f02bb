package io.weir.testkit.differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Runs a row through many schedules. {@code -Dweir.differential.schedules} says how many (100,000), {@code
 * -Dweir.differential.seed} with which seed to begin (1), and {@code -Dweir.differential.row} which rows to run: those
 * whose call contains it.
 */
final class Comparison {
    private static final String PROPERTIES = "weir.differential.";
    private static final int SCHEDULES = Integer.getInteger(PROPERTIES + "schedules", 100_000);
    private static final long SEED = Long.getLong(PROPERTIES + "seed", 1);
    private static final String ROW = System.getProperty(PROPERTIES + "row", "");
    private static final int ENOUGH_FOR_ALL = 50_000;

    private final Library library;
    private final Row row;
    private final List<List<Difference>> explanations;
    private final Map<Difference, Integer> needed = new LinkedHashMap<>();
    private int equal;

    private Comparison(Library library, Row row, List<Difference> everywhere) {
        this.library = library;
        this.row = row;
        List<Difference> all = new ArrayList<>(everywhere);
        all.addAll(row.differences());
        this.explanations = smallestFirst(all);
        all.forEach(difference -> needed.put(difference, 0));
    }

    /** True unless this run was asked for other rows. */
    static boolean isWanted(Row row) {
        return row.call().contains(ROW);
    }

    /** Fails for the first schedule in which the sides differ in what is not known. */
    static Comparison of(Library library, Row row, List<Difference> everywhere) {
        return of(library, row, everywhere, SEED, SCHEDULES);
    }

    static Comparison of(Library library, Row row, List<Difference> everywhere, long firstSeed, int schedules) {
        Comparison comparison = new Comparison(library, row, everywhere);
        for (long seed = firstSeed; seed < firstSeed + schedules; seed++) {
            comparison.compare(Schedule.random(seed, row.shape()));
        }
        if (schedules >= ENOUGH_FOR_ALL) {
            comparison.requireThatAllWereNeeded();
        }
        return comparison;
    }

    private void compare(Schedule schedule) {
        Pair pair = row.run(library, schedule);
        if (!pair.ours().breaches().isEmpty()) {
            throw new AssertionError(
                    report(schedule, "Ours broke the protocol: " + pair.ours().breaches(), pair));
        }
        if (pair.isEqual()) {
            equal++;
            return;
        }
        List<Difference> explanation = explanation(pair);
        if (explanation == null) {
            throw new AssertionError(failure(schedule));
        }
        explanation.forEach(difference -> needed.merge(difference, 1, Integer::sum));
    }

    /** The differences that together foretell their trace from ours; as few as possible, null when none do. */
    private List<Difference> explanation(Pair pair) {
        return explanations.stream()
                .filter(some -> explain(some, pair))
                .findFirst()
                .orElse(null);
    }

    private boolean explain(List<Difference> some, Pair seen) {
        Set<WhatIf> whatIf = EnumSet.noneOf(WhatIf.class);
        some.forEach(difference -> whatIf.addAll(difference.whatIf()));
        Pair pair = new Pair(seen.schedule(), seen.theirs(), oursIf(whatIf, seen));
        Trace ours = pair.ours().trace();
        Trace theirs = pair.theirs().trace();
        for (Difference difference : some) {
            ours = difference.theirs().apply(pair, ours);
        }
        for (Difference difference : some) {
            ours = difference.view().apply(ours);
            theirs = difference.view().apply(theirs);
        }
        return ours.equals(theirs) && some.stream().allMatch(difference -> holds(difference.claim(), whatIf, pair));
    }

    private boolean holds(Difference.Claim claim, Set<WhatIf> whatIf, Pair pair) {
        if (claim.whatIf().isEmpty()) {
            return true;
        }
        Set<WhatIf> all = EnumSet.copyOf(claim.whatIf());
        all.addAll(whatIf);
        Trace ours = pair.ours().trace();
        return claim.image()
                .apply(ours)
                .equals(claim.image().apply(oursIf(all, pair).trace()));
    }

    private Bench oursIf(Set<WhatIf> whatIf, Pair pair) {
        return whatIf.isEmpty() ? pair.ours() : row.runOurs(library, pair.schedule(), whatIf, pair.theirs());
    }

    private static List<List<Difference>> smallestFirst(List<Difference> all) {
        List<List<Difference>> subsets = new ArrayList<>();
        for (int bits = 1; bits < 1 << all.size(); bits++) {
            int chosen = bits;
            subsets.add(IntStream.range(0, all.size())
                    .filter(i -> (chosen >> i & 1) == 1)
                    .mapToObj(all::get)
                    .toList());
        }
        subsets.sort(Comparator.comparingInt(List::size));
        return subsets;
    }

    private void requireThatAllWereNeeded() {
        needed.forEach((difference, times) -> {
            if (times == 0) {
                throw new AssertionError(row + ": the difference \"" + difference + "\" never occurred");
            }
        });
    }

    // --------------------------------------------------------------------------------------------- what to say

    private String failure(Schedule schedule) {
        Schedule smallest = schedule;
        for (int i = smallest.steps().size() - 1; i >= 0; i--) {
            Schedule smaller = smallest.without(i);
            Pair pair = row.run(library, smaller);
            if (!pair.isEqual() && explanation(pair) == null) {
                smallest = smaller;
                i = smallest.steps().size();
            }
        }
        return report(smallest, "A difference that is not listed.", row.run(library, smallest));
    }

    private String report(Schedule schedule, String what, Pair pair) {
        return String.format(
                "%s%ntheirs: %s%nours:   %s%nseed %d:%n%stheirs saw %s%nours saw   %s%nto replay: "
                        + "-D%srow='%s' -D%sseed=%d -D%sschedules=1%n",
                what,
                row.call(),
                row.replacement(),
                schedule.seed(),
                schedule,
                pair.theirs().trace(),
                pair.ours().trace(),
                PROPERTIES,
                row.call(),
                PROPERTIES,
                schedule.seed(),
                PROPERTIES);
    }

    /** How many schedules ended in equal traces, and how many needed each difference. */
    @Override
    public String toString() {
        return row.call() + ": " + equal + " alike, " + needed;
    }
}
