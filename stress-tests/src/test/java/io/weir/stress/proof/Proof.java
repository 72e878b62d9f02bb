package io.weir.stress.proof;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What has been proved of one operator: how many tests of each kind it has passed.
 *
 * @param operator as users call it
 * @param tck rules of the specification, in all its configurations
 * @param contract the contract that all operators share
 * @param model configurations in which it did what its model does
 * @param stress encounters of two threads at full speed
 * @param exploration the same encounters in many orders
 * @param mutation of the classes that are its own
 */
record Proof(String operator, int tck, int contract, int model, int stress, int exploration, Mutations.Score mutation) {
    private static final boolean EXPLORED = Runtime.version().feature() <= 21; // see ExplorationTest

    static Proof of(String operator, Mutations mutations) throws Exception {
        String type = Character.toUpperCase(operator.charAt(0)) + operator.substring(1) + "Operator";
        return new Proof(
                operator,
                Reports.passed("tck-suite", "io.weir.tck." + type + "*TckTest").size(),
                count(operator, Reports.passed("operators", "io.weir.contract.*Test")),
                count(operator, Reports.passed("stress-tests", "io.weir.stress.model.ModelTest")),
                count(operator, Reports.passed("stress-tests", "io.weir.stress.RacesTest")),
                EXPLORED ? count(operator, Reports.passed("stress-tests", "io.weir.stress.ExplorationTest")) : 0,
                mutations.of(OwnClasses.of(operator)));
    }

    /** A test says in which operator it ran: after "in ", or as the whole of its name. */
    private static int count(String operator, List<String> tests) {
        Pattern named = Pattern.compile("(^|.*[\\] ])" + operator + "\\b.*");
        return (int)
                tests.stream().filter(test -> named.matcher(test).matches()).count();
    }

    boolean isWhole() {
        return tck > 0
                && contract > 0
                && model > 0
                && stress > 0
                && (exploration > 0 || !EXPLORED)
                && mutation.all() > 0;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| [`%s`](operators/%s.md) | %d | %d | %d | %d | %d | %s |",
                operator,
                operator,
                tck,
                contract,
                model,
                stress,
                exploration,
                mutation);
    }
}
