package io.weir.examples.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.examples.neighbours.RSocketDemand.Conversation;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RSocketDemandTest {
    @Test
    void theResponderSeesEachRequestOfTheReader() {
        Conversation asAsked = RSocketDemand.asAsked();

        assertThat(asAsked.responder().all()).containsExactly(5L, 7L);
        assertThat(asAsked.payloads().made()).isEqualTo(12);
        assertThat(asAsked.payloads().most()).isLessThanOrEqualTo(7);
    }

    @Test
    void takeAsksTheResponderForNoMoreThanItLetsThrough() {
        Conversation atMostTen = RSocketDemand.atMostTen();

        assertThat(atMostTen.reader().all()).containsExactly(4L, 4L, 4L);
        assertThat(atMostTen.responder().all()).containsExactly(4L, 4L, 2L);
        assertThat(atMostTen.payloads().made()).isEqualTo(10);
        assertThat(atMostTen.payloads().most()).isLessThanOrEqualTo(4);
    }

    @Test
    void concatMapAsksTheResponderForOnePayloadAtATime() {
        Conversation oneAtATime = RSocketDemand.oneAtATime();

        assertThat(oneAtATime.responder().all()).isEqualTo(Collections.nCopies(13, 1L));
        assertThat(oneAtATime.payloads().made()).isEqualTo(13);
        assertThat(oneAtATime.payloads().most()).isLessThanOrEqualTo(2);
    }

    @Test
    void mergeMapAsksTheResponderForAPayloadForEachFreePlace() {
        Conversation fourAtATime = RSocketDemand.fourAtATime();

        assertThat(fourAtATime.responder().all())
                .isEqualTo(Stream.concat(Stream.of(4L), Collections.nCopies(12, 1L).stream())
                        .toList());
        assertThat(fourAtATime.payloads().made()).isEqualTo(16);
        assertThat(fourAtATime.payloads().most()).isLessThanOrEqualTo(5);
    }
}
