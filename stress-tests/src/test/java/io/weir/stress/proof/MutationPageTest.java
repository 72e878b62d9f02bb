package io.weir.stress.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class MutationPageTest {
    @Test
    void thePageIsOfTheRunThatWasKept() throws Exception {
        assertThat(Files.readString(MutationPage.FILE))
                .contains("**Killed: " + Mutations.kept().all() + ".**");
    }

    /** After a run of PIT: see CONTRIBUTING.md. */
    @Test
    @EnabledIfSystemProperty(named = "weir.mutation", matches = "write")
    void everySurvivorIsExplained() throws Exception {
        List<Mutations.Survivor> survivors = Mutations.survivors();
        Map<String, String> reasons = Mutations.reasons();
        assertThat(survivors)
                .as("mutants that nobody has explained in " + Mutations.REASONS)
                .allMatch(survivor -> reasons.containsKey(survivor.where()));
        Mutations run = Mutations.ofTheReport();
        run.keep();
        Files.writeString(MutationPage.FILE, MutationPage.of(run, survivors, reasons));
    }
}
