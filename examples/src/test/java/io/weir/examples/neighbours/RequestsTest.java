package io.weir.examples.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Weir;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final Requests requests = new Requests();

    @Test
    void tellsRequestsInShort() {
        assertThat(requests).hasToString("nothing");
        for (long n : new long[] {128, 64, 64, 1_000, Long.MAX_VALUE}) {
            requests.add(n);
        }

        assertThat(requests).hasToString("128, 64 (2 times), 1,000, everything");
    }

    @Test
    void anUnboundedRequestIsTheTotal() {
        requests.add(5);
        requests.add(Long.MAX_VALUE);

        assertThat(requests.total()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void notesWhatIsAskedOfAPublisherAndChangesNothing() {
        SlowReader<Integer> reader =
                SlowReader.of(Weir.fromFlow(requests.of(Weir.range(1, 3).toFlow())));

        reader.request(2);
        assertThat(reader.take()).contains(1);
        assertThat(reader.take()).contains(2);
        assertThat(reader.next()).contains(3);
        assertThat(reader.take()).isEmpty();
        assertThat(requests.all()).containsExactly(2L, 1L);
    }
}
