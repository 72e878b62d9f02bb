package io.weir.stress.proof;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the reports say that all operators share, read once.
 *
 * @param contract tests of the contract, by name
 * @param model those against a model
 * @param stress those at full speed
 * @param exploration those in many orders; none where there is no exploration
 * @param mutations of all classes
 */
record Evidence(
        List<String> contract, List<String> model, List<String> stress, List<String> exploration, Mutations mutations) {
    static final boolean EXPLORED = Runtime.version().feature() <= 21; // see ExplorationTest

    static Evidence read() throws Exception {
        return new Evidence(
                Reports.passed("operators", "io.weir.contract.*Test"),
                Reports.passed("stress-tests", "io.weir.stress.model.ModelTest"),
                Reports.passed("stress-tests", "io.weir.stress.RacesTest"),
                EXPLORED ? Reports.passed("stress-tests", "io.weir.stress.ExplorationTest") : List.of(),
                Mutations.kept());
    }

    Proof of(String operator) throws Exception {
        String type = Character.toUpperCase(operator.charAt(0)) + operator.substring(1) + "Operator";
        return new Proof(
                operator,
                Reports.passed("tck-suite", "io.weir.tck." + type + "*TckTest").size(),
                count(operator, contract),
                count(operator, model),
                count(operator, stress),
                count(operator, exploration),
                mutations.of(OwnClasses.of(type)));
    }

    /** A test says in which operator it ran: after "in ", or as the whole of its name. */
    private static int count(String operator, List<String> tests) {
        Pattern named = Pattern.compile("(^|.*[\\] ])" + operator + "\\b.*");
        return (int)
                tests.stream().filter(test -> named.matcher(test).matches()).count();
    }
}
