package io.weir.reactor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.testkit.differential.Comparison;
import io.weir.testkit.differential.Row;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReactorDropInTest {
    static Stream<Row> rows() {
        return ReactorRows.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theReplacementDiffersOnlyAsListed(Row row) {
        assumeTrue(Comparison.isWanted(row));
        System.out.println(Comparison.of(new ReactorLibrary(), row));
    }
}
