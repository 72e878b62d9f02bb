package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimesTest {
    private final Times times = new Times();

    @ParameterizedTest
    @CsvSource({"5s,PT5S", "100ms,PT0.1S", "20us,PT0.00002S", "20µs,PT0.00002S", "7ns,PT0.000000007S", "1.5m,PT1M30S"})
    void readsANumberWithItsUnit(String text, Duration time) {
        assertThat(times.convert(text)).isEqualTo(time);
    }

    @Test
    void zeroNeedsNoUnit() {
        assertThat(times.convert("0")).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-1s", "fast", "1 parsec", "1s1ms"})
    void namesWhatIsNotATime(String text) {
        assertThatThrownBy(() -> times.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "' is not a time");
    }

    @Test
    void refusesWhatNoClockCanMeasure() {
        assertThatThrownBy(() -> times.convert("999999999h")).hasMessageContaining("too long");
    }
}
