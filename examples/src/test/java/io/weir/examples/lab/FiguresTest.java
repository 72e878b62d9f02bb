package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void aSmallShareIsNeverShownAsNothingNorALargeOneAsAll() {
        assertThat(Figures.percent(1, 1_000_000)).isEqualTo("<0.1 %");
        assertThat(Figures.percent(999_999, 1_000_000)).isEqualTo(">99.9 %");
        assertThat(Figures.percent(1, 1)).isEqualTo("100 %");
        assertThat(Figures.percent(0, 0)).isEqualTo("0 %");
        assertThat(Figures.percent(1, 4)).isEqualTo("25 %");
        assertThat(Figures.percent(1, 40)).isEqualTo("2.5 %");
    }

    @Test
    void shortTimesHaveMoreDigits() {
        assertThat(Figures.millisText(Duration.ofNanos(300))).isEqualTo("<0.001");
        assertThat(Figures.millisText(Duration.ofNanos(54_321))).isEqualTo("0.054");
        assertThat(Figures.millisText(Duration.ofNanos(5_432_100))).isEqualTo("5.4");
        assertThat(Figures.millisText(Duration.ofSeconds(12))).isEqualTo("12,000");
    }

    @Test
    void timesAreWrittenInTheLargestUnitThatFits() {
        assertThat(Figures.time(Duration.ofSeconds(90))).isEqualTo("90 s");
        assertThat(Figures.time(Duration.ofMillis(1500))).isEqualTo("1500 ms");
        assertThat(Figures.time(Duration.ofNanos(20_000))).isEqualTo("20 us");
        assertThat(Figures.time(Duration.ofNanos(1))).isEqualTo("1 ns");
        assertThat(Figures.time(Duration.ZERO)).isEqualTo("0 s");
    }
}
