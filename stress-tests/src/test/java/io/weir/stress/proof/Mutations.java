package io.weir.stress.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** How many of the mutants of each class the tests of the operators have killed. */
final class Mutations {
    static final Path KEPT = Path.of("src/test/proof/mutation.tsv");
    static final Path REPORT = Path.of("../operators/target/pit-reports/mutations.xml");
    static final Path REASONS = Path.of("src/test/proof/survivors.tsv");

    /**
     * The mutants of one or several classes.
     *
     * @param killed those that made a test fail, or never end
     * @param all of them
     */
    record Score(int killed, int all) {
        static final Score NONE = new Score(0, 0);

        Score plus(Score other) {
            return new Score(killed + other.killed, all + other.all);
        }

        double percent() {
            return all == 0 ? 100 : 100.0 * killed / all;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f %%, %d of %d", Math.floor(percent()), killed, all);
        }
    }

    /**
     * A mutant that no test noticed.
     *
     * @param where class and method
     * @param line of the source
     * @param change what was changed
     */
    record Survivor(String where, int line, String change) {}

    private final Map<String, Score> scores;

    private Mutations(Map<String, Score> scores) {
        this.scores = scores;
    }

    /** As they were kept of the last run. */
    static Mutations kept() throws Exception {
        Map<String, Score> scores = new TreeMap<>();
        for (String[] columns : Tables.rows(KEPT)) {
            scores.put(columns[0], new Score(Integer.parseInt(columns[1]), Integer.parseInt(columns[2])));
        }
        return new Mutations(scores);
    }

    /** Those of a run of PIT that has just been made. */
    static Mutations ofTheReport() throws Exception {
        Map<String, Score> scores = new TreeMap<>();
        for (Element mutation : mutations()) {
            scores.merge(simpleName(mutation), new Score(isKilled(mutation) ? 1 : 0, 1), Score::plus);
        }
        return new Mutations(scores);
    }

    static List<Survivor> survivors() throws Exception {
        List<Survivor> survivors = new ArrayList<>();
        for (Element mutation : mutations()) {
            if (!isKilled(mutation)) {
                survivors.add(new Survivor(
                        text(mutation, "mutatedClass").replaceAll(".*\\.", "").replace('$', '.') + "."
                                + text(mutation, "mutatedMethod").replace("<init>", "new"),
                        Integer.parseInt(text(mutation, "lineNumber")),
                        text(mutation, "description").replaceAll("[\\w/.$]*[/.]([\\w$]+::)", "$1")));
            }
        }
        return survivors;
    }

    /** Why the mutants of a method survive. */
    static Map<String, String> reasons() throws Exception {
        Map<String, String> reasons = new HashMap<>();
        for (String[] columns : Tables.rows(REASONS)) {
            reasons.put(columns[0], columns[1]);
        }
        return reasons;
    }

    private static List<Element> mutations() throws Exception {
        return Reports.elements(Reports.xml(REPORT), "mutation");
    }

    private static boolean isKilled(Element mutation) {
        return "true".equals(mutation.getAttribute("detected"));
    }

    private static String simpleName(Element mutation) {
        return text(mutation, "mutatedClass").replaceAll(".*\\.", "").replaceAll("\\$.*", "");
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }

    void keep() throws Exception {
        List<String> lines = new ArrayList<>();
        scores.forEach((name, score) -> lines.add(name + "\t" + score.killed() + "\t" + score.all()));
        Files.createDirectories(KEPT.getParent());
        Files.write(KEPT, lines);
    }

    Map<String, Score> scores() {
        return scores;
    }

    Score of(Iterable<String> classes) {
        Score sum = Score.NONE;
        for (String name : classes) {
            sum = sum.plus(scores.getOrDefault(name, Score.NONE));
        }
        return sum;
    }

    Score all() {
        return of(scores.keySet());
    }
}
