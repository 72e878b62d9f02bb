package io.weir.stress.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Eight producers and four requesters, with errors, cancellations and refused requests, on all operators. */
class UnderFireTest {
    private static final int SECONDS = Integer.getInteger("weir.fire.seconds", 10);

    @Test
    void everyItemHasOneFateAndNobodyIsRemembered() throws Exception {
        List<Lane> lanes = Lanes.plain();
        int threads = Thread.activeCount();
        try (Crowd crowd = new Crowd(lanes, new Load(Duration.ofSeconds(SECONDS)), 8, 4)) {
            for (int second = 0; second < SECONDS; second++) {
                crowd.awaitSecond();
            }
        }
        System.gc();
        assertThat(lanes).allSatisfy(lane -> {
            assertThat(lane.faults()).isEmpty();
            assertThat(lane.account().delivered()).as("delivered by %s", lane).isPositive();
            assertThat(lane.account().delivered() + lane.account().dropped())
                    .as("fates in %s", lane)
                    .isEqualTo(lane.account().sent());
            assertThat(lane.notForgotten()).as("remembered by %s", lane).isZero();
        });
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    }
}
