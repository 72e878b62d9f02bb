package io.weir.stress;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for a fault by what every build does: all encounters at full speed, then all of them in several orders. It runs in a
 * JVM of its own, with the fault first on its class path, and prints which check has found what.
 */
public final class Finder {
    private Finder() {}

    public static void main(String[] arguments) throws Exception {
        if (!isFoundByStress(Path.of(arguments[0]))) {
            explore();
        }
        System.exit(0);
    }

    /** A group of encounters after the other, to stop as soon as one has found something. */
    private static boolean isFoundByStress(Path report) throws Exception {
        List<String> groups = Encounters.types().stream()
                .map(type -> type.getDeclaringClass().getSimpleName())
                .distinct()
                .toList();
        for (String group : groups) {
            List<String> options =
                    Stream.concat(Races.SHORT.stream(), Stream.of("-t", group)).toList();
            List<String> failed = Races.run(report, options).failed();
            if (!failed.isEmpty()) {
                report("stress", shortened(failed.get(0)));
                return true;
            }
        }
        return false;
    }

    private static void explore() throws Exception {
        for (Encounters encounter : Encounters.all().toList()) {
            List<String> wrong = wrongOutcomes(encounter);
            if (!wrong.isEmpty()) {
                report("exploration", encounter + ": " + wrong.get(0));
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

    /** Without what jcstress says in every case. */
    private static String shortened(String failure) {
        return failure.replaceFirst(".*\\.races\\.", "")
                .replace("[Observed forbidden state: ", "")
                .replaceFirst(" \\(No default case.*", "");
    }

    private static void report(String check, String what) {
        System.out.println(PlantedFaultsTest.FOUND + check + '\t' + what);
    }
}
