package io.weir.benchmarks.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;

class IdleBytesTest {
    private record Pair(Object own, Object other) {}

    /** What the caller of a measurement must pass on the command line; it is read when the first layout is made. */
    @BeforeAll
    static void letRecordsBeLaidOut() {
        System.setProperty("jol.magicFieldOffset", "true");
    }

    @Test
    void countsWhatBelongsToOneAndNotWhatIsShared() {
        long[] shared = new long[1000];
        long bytes = ClassLayout.parseClass(Pair.class).instanceSize()
                + ClassLayout.parseClass(Object.class).instanceSize();

        assertThat(IdleBytes.each(() -> new Pair(new Object(), shared))).isEqualTo(bytes);
    }

    @Test
    void everyContenderOfEveryOperatorHoldsWholeObjects() {
        List<Figure> figures = IdleBytes.OPERATORS.stream()
                .flatMap(operator -> IdleBytes.measure(operator).stream())
                .toList();

        assertThat(figures).hasSize(Work.values().length * 5);
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.value()).isPositive();
            assertThat(figure.value() % 8).isZero();
        });
    }
}
