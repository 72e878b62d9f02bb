package io.weir.stress.proof;

import static java.util.stream.Collectors.joining;

import io.weir.stress.PlantedFault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code docs/proof.md}. */
final class ProofPage {
    static final Path FILE = Path.of("../docs/proof.md");
    private static final Path PLANTED = Path.of("src/test/proof/planted.tsv");

    private static final String PAGE = """
            # What is proved of each operator

            Put together from the reports of the build by `mvn verify -Dweir.proof=write`, and compared with them by every
            `mvn verify`, which fails when an operator lacks one of the kinds. Not to be edited.

            | operator | TCK | contract | model | stress | exploration | mutants killed |
            |---|---:|---:|---:|---:|---:|---:|
            {proofs}
            | all of `weir-operators` | | | | | | {all} |

            - **TCK:** tests of the official Reactive Streams TCK that were run and passed, over all configurations of the operator,
              by itself and as a processor. Rules that a test cannot check are skipped, each by name and with its reason.
            - **Contract:** tests of the suite that all operators share, by configuration.
            - **Model:** configurations in which it did what a plain sequential model of it does, in 2,000 random programs each, of up
              to 200 signals, requests, cancellations and failures.
            - **Stress:** ways in which two threads can meet in it, run at full speed by jcstress; nothing came of them that must
              not. `./stress` runs them for longer.
            - **Exploration:** the same, taken by Lincheck through several orders of their steps (not on Java 22 and newer, where the page is
              compared without this column).
            - **Mutants killed:** changes of one instruction, made by PIT, that make a test fail; of the classes that the operator does
              not share with all others. What survives, and why, is in [mutation.md](mutation.md).

            ## Planted faults

            Would the checks see a fault, if there were one? Each of these was planted in a copy of the operators, and looked for by
            exploration in 200 orders of each encounter, then by stress as in every build; for five minutes at most (see CONTRIBUTING.md).

            | where | fault | found by | as | after |
            |---|---|---|---|---:|
            {planted}
            """;

    private ProofPage() {}

    static String of(List<Proof> proofs, Mutations.Score all) throws Exception {
        return PAGE.replace("{proofs}", proofs.stream().map(Proof::row).collect(joining("\n")))
                .replace("{all}", all.toString())
                .replace("{planted}", planted());
    }

    private static String planted() throws Exception {
        Map<PlantedFault, String> found = new EnumMap<>(PlantedFault.class);
        for (String[] columns : Tables.rows(PLANTED)) {
            found.put(
                    PlantedFault.valueOf(columns[0]),
                    columns[1] + " | " + columns[2].replace("|", "\\|") + " | " + columns[3]);
        }
        return Arrays.stream(PlantedFault.values())
                .map(fault -> String.format(
                        "| `%s` | %s | %s |",
                        fault.file(), fault.what(), found.getOrDefault(fault, "not found yet | | ")))
                .collect(joining("\n"));
    }
}
