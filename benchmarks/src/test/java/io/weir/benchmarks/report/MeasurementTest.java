package io.weir.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementTest {
    @Test
    void theFigureIsTheMedianOfTheForksAndTheSpreadThatOfAllIterations() {
        Measurement measurement = Measurement.of(
                "G",
                "r",
                "weir",
                List.of(List.of(1.0, 2.0, 90.0), List.of(5.0, 5.0, 6.0), List.of(70.0, 80.0, 0.5)),
                List.of(8.0, 8.2, 24.0));

        assertThat(measurement).isEqualTo(new Measurement("G", "r", "weir", 5, 0.5, 90, 8.2));
    }

    @Test
    void theMedianOfAnEvenNumberLiesHalfWay() {
        assertThat(Numbers.median(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aFigureThatCannotBeComparedIsRefused(double value) {
        assertThatThrownBy(() -> MadeUp.figure("G", "r", "rxjava", value))
                .hasMessage("the figure of rxjava in G: r must be positive, was " + value);
    }

    @ParameterizedTest
    @CsvSource({"0.999, 0.99, 1.00", "1, 1.00, 1.00", "1.001, 1.00, 1.01", "2.5, 2.50, 2.50"})
    void roundingIsAgainstUs(double value, String down, String up) {
        assertThat(Numbers.roundedDown(value)).isEqualTo(down);
        assertThat(Numbers.roundedUp(value)).isEqualTo(up);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3.14159 | 3.14", "314.159 | 314.2", "31415.9 | 31,416"})
    void aLargeAmountHasFewerDigits(double value, String text) {
        assertThat(Numbers.amount(value)).isEqualTo(text);
    }
}
