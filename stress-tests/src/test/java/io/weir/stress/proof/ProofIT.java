package io.weir.stress.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.stress.Factories;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Runs after all tests, on their reports. */
class ProofIT {
    private static final double LEAST_KILLED_PERCENT = 85;

    private static Evidence evidence;
    private static List<Proof> proofs;

    @BeforeAll
    static void readTheReports() throws Exception {
        evidence = Evidence.read();
        proofs = new ArrayList<>();
        for (String operator : new TreeSet<>(Factories.names())) {
            proofs.add(evidence.of(operator));
        }
    }

    @Test
    void everyOperatorHasAllKindsOfProof() {
        assertThat(proofs).hasSizeGreaterThanOrEqualTo(10).allMatch(Proof::isWhole);
    }

    @Test
    void enoughMutantsAreKilled() {
        assertThat(evidence.mutations().all().percent()).isGreaterThanOrEqualTo(LEAST_KILLED_PERCENT);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "there is no exploration, see ExplorationTest")
    void thePageSaysWhatTheReportsSay() throws Exception {
        String page = ProofPage.of(proofs, evidence.mutations().all());
        if ("write".equals(System.getProperty("weir.proof"))) {
            Files.writeString(ProofPage.FILE, page);
        }
        assertThat(Files.readString(ProofPage.FILE))
                .as("docs/proof.md, which mvn verify -Dweir.proof=write writes")
                .isEqualTo(page);
    }
}
