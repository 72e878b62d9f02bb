package io.weir.stress;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jetbrains.lincheck.Lincheck;

/**
 * Takes the two threads of an encounter through many orders of their steps.
 *
 * <p>What came of it is judged afterwards. While Lincheck looks on, a regular expression at work looks like a thread that
 * spins for ever.
 */
final class Exploration {
    private Exploration() {}

    /** What came of it that must not. */
    static List<String> wrongOutcomes(Encounters encounter, int orders) {
        Subjects.choose(encounter.subject());
        try {
            StringBuffer lines =
                    new StringBuffer(); // a collection would be as it was before when Lincheck begins again
            Lincheck.runConcurrentTest(
                    orders,
                    () -> lines.append(encounter.meet(Encounters::onTwoThreads)).append('\n'));
            Set<String> outcomes = lines.toString().lines().collect(Collectors.toSet());
            if (outcomes.isEmpty()) {
                throw new IllegalStateException("nothing came of " + encounter);
            }
            return encounter.wrong(outcomes);
        } finally {
            Subjects.choose(null);
        }
    }

    /** Fails when it finds that outcome again, with the steps that lead to it. */
    static void show(Encounters encounter, int orders, String outcome) {
        Subjects.choose(encounter.subject());
        try {
            Lincheck.runConcurrentTest(orders, () -> {
                if (encounter.meet(Encounters::onTwoThreads).equals(outcome)) {
                    throw new AssertionError(outcome);
                }
            });
        } finally {
            Subjects.choose(null);
        }
    }
}
