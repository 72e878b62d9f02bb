package io.weir.reactor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.testkit.differential.Comparison;
import io.weir.testkit.differential.Row;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.test.scheduler.VirtualTimeScheduler;

class ReactorDropInTest {
    static Stream<Row> rows() {
        return ReactorRows.TABLE.rows().stream();
    }

    @BeforeAll
    static void letTimeBeVirtual() {
        VirtualTimeScheduler.getOrSet();
    }

    @AfterAll
    static void letTimeBeRealAgain() {
        VirtualTimeScheduler.reset();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theReplacementDiffersOnlyAsListed(Row row) {
        assumeTrue(Comparison.isWanted(row));
        long start = System.nanoTime();
        System.out.println(Comparison.of(new ReactorLibrary(), row) + " " + (System.nanoTime() - start) / 1000000);
    }
}
