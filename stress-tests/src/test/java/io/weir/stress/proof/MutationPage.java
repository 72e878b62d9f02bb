package io.weir.stress.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code docs/mutation.md}. */
final class MutationPage {
    static final Path FILE = Path.of("../docs/mutation.md");

    private final StringBuilder text = new StringBuilder();

    private MutationPage() {}

    static String of(Mutations mutations, List<Mutations.Survivor> survivors, Map<String, String> reasons) {
        MutationPage page = new MutationPage();
        page.line("# Mutants");
        page.line("");
        page.line(
                "PIT changes one instruction of the operators at a time, and runs the tests that pass over it. A mutant is killed when one of");
        page.line(
                "them fails or does not come to its end. Tests that ask luck for an order of threads, and those that read files of the");
        page.line(
                "project, take no part; neither do stress tests, exploration and models, which are modules of their own. This page");
        page.line("is written by a run of PIT (see CONTRIBUTING.md), and not to be edited.");
        page.line("");
        page.line("**Killed: " + mutations.all() + ".**");
        page.line("");
        page.line("| class | killed |");
        page.line("|---|---:|");
        mutations.scores().forEach((name, score) -> page.line("| `" + name + "` | " + score + " |"));
        page.line("");
        page.line("## What survives, and why");
        page.line("");
        page.line("| method | what was changed | why no test notices |");
        page.line("|---|---|---|");
        Map<String, String> rows = new TreeMap<>();
        for (Mutations.Survivor survivor : survivors) {
            rows.merge(survivor.where(), survivor.change() + " (" + survivor.line() + ")", (a, b) -> a + "; " + b);
        }
        rows.forEach(
                (where, changes) -> page.line("| `" + where + "` | " + changes + " | " + reasons.get(where) + " |"));
        return page.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
