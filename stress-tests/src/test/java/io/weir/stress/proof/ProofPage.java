package io.weir.stress.proof;

import io.weir.stress.PlantedFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code docs/proof.md}. */
final class ProofPage {
    static final Path FILE = Path.of("../docs/proof.md");
    private static final Path PLANTED = Path.of("src/test/proof/planted.tsv");

    private final StringBuilder text = new StringBuilder();

    private ProofPage() {}

    static String of(List<Proof> proofs, Mutations mutations) throws Exception {
        ProofPage page = new ProofPage();
        page.line("# What is proved of each operator");
        page.line("");
        page.line(
                "Put together from the reports of the build by `mvn verify -Dweir.proof=write`, and compared with them by every");
        page.line("`mvn verify`, which fails when an operator lacks one of the kinds. Not to be edited.");
        page.line("");
        page.line("| operator | TCK | contract | model | stress | exploration | mutants killed |");
        page.line("|---|---:|---:|---:|---:|---:|---:|");
        proofs.forEach(proof -> page.line(proof.row()));
        page.line("| all of `weir-operators` | | | | | | " + mutations.all() + " |");
        page.line("");
        page.line(
                "- **TCK:** tests of the official Reactive Streams TCK that were run and passed, over all configurations of the operator,");
        page.line(
                "  by itself and as a processor. Rules that a test cannot check are skipped, each by name and with its reason.");
        page.line("- **Contract:** tests of the suite that all operators share, by configuration.");
        page.line(
                "- **Model:** configurations in which it did what a plain sequential model of it does, in 2,000 random programs each, of up");
        page.line("  to 200 signals, requests, cancellations and failures.");
        page.line(
                "- **Stress:** ways in which two threads can meet in it, run at full speed by jcstress; nothing came of them that must");
        page.line("  not. `./stress` runs them for longer.");
        page.line(
                "- **Exploration:** the same, taken by Lincheck through several orders of their steps (not on Java 22 and newer, where the page is");
        page.line("  compared without this column).");
        page.line(
                "- **Mutants killed:** changes of one instruction, made by PIT, that make a test fail; of the classes that the operator does");
        page.line("  not share with all others. What survives, and why, is in [mutation.md](mutation.md).");
        page.line("");
        page.planted();
        return page.text.toString();
    }

    private void planted() throws Exception {
        line("## Planted faults");
        line("");
        line(
                "Would the checks see a fault, if there were one? Each of these was planted in a copy of the operators, and looked for by");
        line("what every build does, stress first, then exploration, for five minutes at most (see CONTRIBUTING.md).");
        line("");
        line("| where | fault | found by | as | after |");
        line("|---|---|---|---|---:|");
        Map<PlantedFault, String> found = found();
        for (PlantedFault fault : PlantedFault.values()) {
            line(String.format(
                    "| `%s` | %s | %s |", fault.file(), fault.what(), found.getOrDefault(fault, "not found yet | | ")));
        }
    }

    /** What found them, and after how long, as three columns of the table. */
    static Map<PlantedFault, String> found() throws Exception {
        Map<PlantedFault, String> found = new EnumMap<>(PlantedFault.class);
        for (String row : Files.readAllLines(PLANTED)) {
            String[] columns = row.split("\t");
            found.put(
                    PlantedFault.valueOf(columns[0]),
                    columns[1] + " | " + columns[2].replace("|", "\\|") + " | " + columns[3]);
        }
        return found;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
