package io.weir.examples.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.Operators;
import io.weir.Weir;
import java.util.List;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SlowReaderTest {
    @Test
    void failsWithTheErrorOfTheStream() {
        RuntimeException error = new RuntimeException("boom");
        SlowReader<Integer> reader = SlowReader.of(Weir.range(1, 1).via(Operators.map((Integer n) -> {
            throw error;
        })));

        assertThatThrownBy(reader::next).hasCause(error);
    }

    @Test
    void givesUpWhatIsNotReadWhenItIsClosed() {
        try (SubmissionPublisher<String> source = new SubmissionPublisher<>(Runnable::run, 8)) {
            try (SlowReader<String> reader = SlowReader.of(Weir.fromFlow(source))) {
                source.submit("a");
                assertThat(reader.next()).contains("a");
            }
            source.submit("b");

            assertThat(source.hasSubscribers()).isFalse();
        }
    }

    @Test
    void theOneAnswerMustBeTheOnly() {
        assertThat(SlowReader.<Integer>only(Weir.range(7, 1))).isEqualTo(7);
        assertThatThrownBy(() -> SlowReader.only(Weir.fromIterable(List.of(1, 2))))
                .isInstanceOf(IllegalStateException.class);
    }
}
