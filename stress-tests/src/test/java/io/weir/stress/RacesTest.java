package io.weir.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RacesTest {
    @Test
    void everyEncounterIsRunAndNothingComesOfItButWhatMay() throws Exception {
        Races races = Races.run(Path.of("target", "stress"), Races.SHORT);
        assertThat(races.failed()).isEmpty();
        assertThat(races.notRun()).isEmpty();
        assertThat(races.meetings().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Subject.ALL.stream().map(Subject::toString).toList());
        assertThat(races.meetings().values()).allMatch(times -> times > 100);
    }
}
