package io.weir.stress;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jetbrains.lincheck.Lincheck;

/**
 * Takes the two threads of an encounter through many orders of their steps.
 *
 * <p>What came of it is judged afterwards. While Lincheck looks on, a regular expression at work looks like a thread that
 * spins for ever.
 */
final class Exploration {
    /** In how many orders each build takes them. */
    static final int ORDERS = Integer.getInteger("weir.stress.orders", 10);

    private Exploration() {}

    /** What came of it that must not. */
    static List<String> wrongOutcomes(Encounters encounter, int orders) {
        StringBuffer lines = new StringBuffer(); // a collection would be as it was before when Lincheck begins again
        explore(encounter, orders, outcome -> lines.append(outcome).append('\n'));
        Set<String> outcomes = lines.toString().lines().collect(Collectors.toSet());
        if (outcomes.isEmpty()) {
            throw new IllegalStateException("nothing came of " + encounter);
        }
        return encounter.wrong(outcomes);
    }

    /** Fails when it finds that outcome again, with the steps that lead to it. */
    static void show(Encounters encounter, int orders, String outcome) {
        explore(encounter, orders, found -> {
            if (found.equals(outcome)) {
                throw new AssertionError(outcome);
            }
        });
    }

    private static void explore(Encounters encounter, int orders, Consumer<String> each) {
        Subjects.choose(encounter.subject());
        try {
            Lincheck.runConcurrentTest(orders, () -> each.accept(encounter.meet(Encounters::onTwoThreads)));
        } finally {
            Subjects.choose(null);
        }
    }
}
