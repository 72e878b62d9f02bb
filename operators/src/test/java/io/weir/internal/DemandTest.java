package io.weir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandTest {
    private static final long MAX = Long.MAX_VALUE;
    private static final VarHandle TOTAL = Atomics.field(MethodHandles.lookup(), DemandTest.class, "total", long.class);

    private volatile long total;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 2, 3",
        "9223372036854775806, 1, 9223372036854775807",
        "9223372036854775806, 2, 9223372036854775807",
        "9223372036854775806, 9223372036854775806, 9223372036854775807",
        "9223372036854775807, 9223372036854775807, 9223372036854775807",
    })
    void sumsThatDoNotFitAreUnbounded(long a, long b, long sum) {
        assertThat(Demand.sum(a, b)).isEqualTo(sum);
        assertThat(Demand.sum(b, a)).isEqualTo(sum);
    }

    @Test
    void whatIsAddedIsAbsorbedOnceUnbounded() {
        assertThat(Demand.add(TOTAL, this, 5)).isZero();
        assertThat(Demand.add(TOTAL, this, MAX - 1)).isEqualTo(5);
        assertThat(total).isEqualTo(MAX);
        assertThat(Demand.add(TOTAL, this, 1)).isEqualTo(MAX);
        assertThat(total).isEqualTo(MAX);
    }

    @Test
    void unboundedLessSomethingIsUnbounded() {
        assertThat(Demand.left(MAX, 7)).isEqualTo(MAX);
        assertThat(Demand.left(9, 7)).isEqualTo(2);
    }

    @Test
    void whatIsUsedMayBeLessThanNothing() {
        assertThat(Demand.left(9, -7)).isEqualTo(16);
        assertThat(Demand.left(9, 7 - MAX)).isEqualTo(MAX);
        assertThat(Demand.left(MAX, -7)).isEqualTo(MAX);
    }
}
