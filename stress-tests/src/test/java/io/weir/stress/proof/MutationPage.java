package io.weir.stress.proof;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** {@code docs/mutation.md}. */
final class MutationPage {
    static final Path FILE = Path.of("../docs/mutation.md");

    private static final String PAGE = """
            # Mutants

            PIT changes one instruction of the operators at a time, and runs the tests that pass over it. A mutant is killed when one of
            them fails or does not come to its end. Tests that ask luck for an order of threads, and those that read files of the
            project, take no part; neither do stress tests, exploration and models, which are modules of their own. This page
            is written by a run of PIT (see CONTRIBUTING.md), and not to be edited.

            **Killed: {all}.**

            | class | killed |
            |---|---:|
            {scores}

            ## What survives, and why

            | method | what was changed | why no test notices |
            |---|---|---|
            {survivors}
            """;

    private MutationPage() {}

    static String of(Mutations mutations, List<Mutations.Survivor> survivors, Map<String, String> reasons) {
        Map<String, String> changes = new TreeMap<>();
        for (Mutations.Survivor survivor : survivors) {
            changes.merge(survivor.where(), survivor.change() + " (" + survivor.line() + ")", (a, b) -> a + "; " + b);
        }
        return PAGE.replace("{all}", mutations.all().toString())
                .replace("{scores}", lines(mutations.scores(), name -> ""))
                .replace("{survivors}", lines(changes, where -> " | " + reasons.get(where)));
    }

    private static String lines(Map<String, ?> rows, UnaryOperator<String> more) {
        return rows.entrySet().stream()
                .map(row -> "| `" + row.getKey() + "` | " + row.getValue() + more.apply(row.getKey()) + " |")
                .collect(joining("\n"));
    }
}
