package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table(List.of(Table.Align.LEFT, Table.Align.RIGHT));

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        table.add(List.of("a", "1"));
        table.add(List.of("bcd", "1,000"));

        assertThat(table).hasToString("a        1\nbcd  1,000\n");
    }

    @Test
    void aCellMayHaveSeveralLines() {
        table.add(List.of("a\nb", "1"));

        assertThat(table).hasToString("a  1\nb\n");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> table.add(List.of("a"))).hasMessage("1 cells for 2 columns");
    }
}
