package io.weir.stress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a fault, in a JVM of its own that has it first on its class path, and prints what has shown it: a part of all
 * encounters, each taken through many orders; or all of them, at full speed.
 */
public final class Finder {
    static final String FOUND = "FOUND\t";

    /** What stands for full speed where a part would stand. */
    static final String STRESS = "stress";

    static final int PARTS = 2;

    private Finder() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals(STRESS)) {
            stress(Path.of(arguments[1]));
        } else {
            explore(Integer.parseInt(arguments[0]));
        }
        System.exit(0);
    }

    private static void explore(int part) throws Exception {
        List<Encounters> all = Encounters.all().toList();
        for (int i = part; i < all.size(); i += PARTS) {
            List<String> wrong = wrongOutcomes(all.get(i));
            if (!wrong.isEmpty()) {
                report("exploration", all.get(i) + ": " + wrong.get(0));
                return;
            }
        }
    }

    /** Lincheck itself reports a thread that never comes to its end. */
    private static List<String> wrongOutcomes(Encounters encounter) {
        try {
            return Exploration.wrongOutcomes(encounter, Exploration.ORDERS);
        } catch (Throwable t) {
            return List.of(String.valueOf(t.getMessage()).lines().findFirst().orElse("a thread is stuck"));
        }
    }

    /** A group of encounters after the other, to stop as soon as one has found something. */
    private static void stress(Path report) throws Exception {
        List<String> groups = Encounters.types().stream()
                .map(type -> type.getDeclaringClass().getSimpleName())
                .distinct()
                .toList();
        for (String group : groups) {
            List<String> options = new ArrayList<>(Races.SHORT);
            options.addAll(List.of("-t", group));
            List<String> failed = Races.run(report, options).failed();
            if (!failed.isEmpty()) {
                report(STRESS, shortened(failed.get(0)));
                return;
            }
        }
    }

    /** Without what jcstress says in every case. */
    private static String shortened(String failure) {
        return failure.replaceFirst(".*\\.races\\.", "")
                .replace("[Observed forbidden state: ", "")
                .replaceFirst(" \\(No default case.*", "");
    }

    private static void report(String check, String what) {
        System.out.println(FOUND + check + '\t' + what);
    }
}
