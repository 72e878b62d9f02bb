package io.weir.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The encounters at full speed. */
class RacesTest {
    private static Races races;

    @BeforeAll
    static void race() throws Exception {
        races = Races.run(Path.of("target", "stress"), Races.SHORT);
    }

    @Test
    void nothingComesOfThemButWhatMay() {
        assertThat(races.failed()).isEmpty();
    }

    @Test
    void everyEncounterIsRun() {
        assertThat(races.notRun()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.weir.stress.Encounters#all")
    void theTwoHaveMet(Encounters encounter) {
        assertThat(races.failed())
                .noneMatch(failure -> failure.startsWith(encounter.type().getCanonicalName() + ":"));
        assertThat(races.meetings(encounter.type(), encounter.subject())).isGreaterThan(10);
    }
}
