package io.weir.examples.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class R2dbcRowsTest {
    @Test
    void aLargeResultIsReadToItsEndWithOneRowInAdvance() {
        R2dbcRows.Reading reading = R2dbcRows.read(R2dbcRows.ROWS);

        assertThat(reading.asked().all()).isEqualTo(Collections.nCopies(R2dbcRows.ROWS, 1L));
        assertThat(reading.rows().read()).isEqualTo(R2dbcRows.ROWS);
        assertThat(reading.rows().made()).isEqualTo(R2dbcRows.ROWS);
        assertThat(reading.rows().most())
                .as("the row that is being read, and the next")
                .isEqualTo(2);
        assertThat(reading.stage().totalDropped()).isZero();
        assertThat(reading.stage().isBalanced()).isTrue();
    }

    @Test
    void rowsThatNobodyReadsAreNeverMade() {
        R2dbcRows.Reading reading = R2dbcRows.read(100);

        assertThat(reading.asked().all()).isEqualTo(Collections.nCopies(100, 1L));
        assertThat(reading.rows().read()).isEqualTo(100);
        assertThat(reading.rows().made()).isEqualTo(101);
    }
}
