package io.weir.examples.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class MutinyPipelineTest {
    @Test
    void aSourceThatCanWaitMakesNoMoreThanTheLookUpsTake() {
        MutinyPipeline.Patient patient = MutinyPipeline.patient(1_000);

        assertThat(patient.asked().all()).hasSize(1_001).startsWith((long) MutinyPipeline.LOOK_UPS_AT_ONCE);
        assertThat(patient.asked().all().subList(1, 1_001)).containsOnly(1L);
        assertThat(patient.documents().made()).isEqualTo(1_000 + MutinyPipeline.LOOK_UPS_AT_ONCE);
        assertThat(patient.documents().read()).isEqualTo(1_000);
        assertThat(patient.documents().most())
                .as("those that are looked up, and the one that is being read")
                .isEqualTo(MutinyPipeline.LOOK_UPS_AT_ONCE + 1);
    }

    @Test
    void ofASourceThatCannotWaitTheNewestItemsAreKeptAndTheOthersCounted() {
        MutinyPipeline.Live live = MutinyPipeline.live(10);

        assertThat(live.asked().all()).containsExactly(Long.MAX_VALUE);
        assertThat(live.stage().received()).isEqualTo(MutinyPipeline.DOCUMENTS);
        assertThat(live.stage().highestWaiting()).isEqualTo(MutinyPipeline.CAPACITY);
        assertThat(live.stage().dropped())
                .isEqualTo(
                        Map.of(DropReason.BUFFER_FULL, (long) MutinyPipeline.DOCUMENTS - 10 - MutinyPipeline.CAPACITY));
        assertThat(live.stage().isBalanced()).isTrue();
        assertThat(live.read())
                .isEqualTo(IntStream.concat(
                                IntStream.range(0, 10),
                                IntStream.range(
                                        MutinyPipeline.DOCUMENTS - MutinyPipeline.CAPACITY, MutinyPipeline.DOCUMENTS))
                        .boxed()
                        .toList());
    }
}
