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
        int threads = Crowd.threadsBefore();
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
            assertThat(lane.account().timers()).as("timers of %s", lane).isZero();
            assertThat(lane.notForgotten()).as("remembered by %s", lane).isZero();
        });
        assertThat(lanes.stream().mapToLong(lane -> lane.account().sent()).sum())
                .as("items sent in %s s", SECONDS)
                .isGreaterThan(SECONDS * 1_000_000L / 60);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    }
}
