package io.weir.benchmarks.report;

import static io.weir.benchmarks.report.Comparison.NATIVE;
import static io.weir.benchmarks.report.Comparison.PLAIN;
import static io.weir.benchmarks.report.MadeUp.figure;
import static io.weir.benchmarks.report.MadeUp.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RatiosTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    @Test
    void theWorstRowComesFirst() {
        Ratios ratios = Ratios.of(all(row("G", "good", 1, 8, 7), row("G", "bad", 10, 5, 4), row("H", "even", 2, 2, 3)));

        assertThat(ratios.worstFirst())
                .extracting(Ratio::label)
                .containsExactly(
                        "G: bad, their own subscriber",
                        "G: bad, plain subscriber",
                        "H: even, plain subscriber",
                        "H: even, their own subscriber",
                        "G: good, their own subscriber",
                        "G: good, plain subscriber");
    }

    @Test
    void eachComparisonHasItsOwnBetterPeer() {
        Ratios ratios = Ratios.of(List.of(
                figure("G", "r", "weir", 2),
                figure("G", "r", "reactor", 10),
                figure("G", "r", "rxjava", 6),
                figure("G", "r", "reactor native", 1),
                figure("G", "r", "rxjava native", 4)));

        assertThat(ratios.worstFirst())
                .extracting(Ratio::comparison, ratio -> ratio.peer().by(), Ratio::value)
                .containsExactly(tuple(NATIVE, "reactor native", 0.5), tuple(PLAIN, "rxjava", 3.0));
    }

    @Test
    void theBetterPeerInBytesMayBeAnotherThanInTime() {
        Ratio ratio = Ratios.of(List.of(
                        figure("G", "r", "weir", 2, 24),
                        figure("G", "r", "reactor", 10, 16),
                        figure("G", "r", "rxjava", 6, 40)))
                .worst();

        assertThat(ratio.peer().by()).isEqualTo("rxjava");
        assertThat(ratio.excessBytes()).isEqualTo(8);
    }

    @Test
    void onePeerIsEnoughIfItIsTheSameInAllRows() {
        Ratios ratios = Ratios.of(List.of(
                figure("G", "r", "weir", 2),
                figure("G", "r", "reactor", 3),
                figure("G", "s", "weir", 2),
                figure("G", "s", "reactor", 4)));

        assertThat(ratios.worstFirst()).extracting(Ratio::value).containsExactly(1.5, 2.0);
    }

    @Test
    void oursIsComparedWithTheFloorIfThereIsOne() {
        assertThat(Ratios.of(row("G", "r", 3, 9, 9)).worst().timesFloor()).isEqualTo(3);
        assertThat(Ratios.of(List.of(figure("G", "r", "weir", 3), figure("G", "r", "rxjava", 9)))
                        .worst()
                        .timesFloor())
                .isNaN();
    }

    @Test
    void theMeanIsGeometricAndThatOfOneComparisonInOneGrid() {
        Ratios ratios = Ratios.of(all(row("G", "r", 1, 2, 3), row("G", "s", 1, 8, 12), row("H", "r", 2, 1, 1)));

        assertThat(ratios.byGridAndComparison())
                .extracting(part -> part.worst().grid() + ", " + part.worst().comparison())
                .containsExactly(
                        "G, plain subscriber",
                        "G, their own subscriber",
                        "H, plain subscriber",
                        "H, their own subscriber");
        assertThat(ratios.byGridAndComparison().get(0).geometricMean()).isCloseTo(4, EXACTLY);
        assertThat(ratios.byGridAndComparison().get(1).geometricMean()).isCloseTo(6, EXACTLY);
        assertThat(ratios.byGridAndComparison().get(2).geometricMean()).isCloseTo(0.5, EXACTLY);
        assertThat(ratios.byGridAndComparison().get(2).behind()).isEqualTo(1);
    }

    @Test
    void aRowWithoutOursIsRefused() {
        assertThatThrownBy(() -> Ratios.of(List.of(figure("G", "r", "reactor", 3))))
                .hasMessage("G: r has no figure of weir");
    }

    @Test
    void aPeerThatIsMissingInOneRowOnlyIsRefused() {
        List<Measurement> figures = new ArrayList<>(all(row("G", "r", 1, 2, 3), row("G", "s", 1, 2, 3)));
        figures.removeIf(figure -> figure.row().equals("s") && figure.by().equals("rxjava native"));

        assertThatThrownBy(() -> Ratios.of(figures)).hasMessage("G: s has no figure of rxjava native");
    }

    @Test
    void aRowWithoutAnyPeerIsRefused() {
        assertThatThrownBy(() -> Ratios.of(List.of(figure("G", "r", "weir", 3))))
                .hasMessageContaining("G: r has no figure of any peer");
    }

    @Test
    void aContenderWithTwoFiguresIsRefused() {
        assertThatThrownBy(() -> Ratios.of(List.of(figure("G", "r", "weir", 3), figure("G", "r", "weir", 4))))
                .hasMessage("G: r has two figures of weir");
    }

    @SafeVarargs
    private static List<Measurement> all(List<Measurement>... rows) {
        return Stream.of(rows).flatMap(Collection::stream).toList();
    }
}
