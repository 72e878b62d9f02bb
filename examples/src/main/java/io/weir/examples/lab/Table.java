package io.weir.examples.lab;

import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns. A cell may have several lines. */
final class Table {
    /** Where the text of a column stands. */
    enum Align {
        LEFT,
        RIGHT
    }

    private static final String GAP = "  ";

    private final List<Align> columns;
    private final List<List<String>> lines = new ArrayList<>();

    Table(List<Align> columns) {
        this.columns = List.copyOf(columns);
    }

    void add(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        int height = cells.stream()
                .mapToInt(cell -> cell.split("\n", -1).length)
                .max()
                .orElse(0);
        for (int i = 0; i < height; i++) {
            List<String> line = new ArrayList<>();
            for (String cell : cells) {
                String[] parts = cell.split("\n", -1);
                line.add(i < parts.length ? parts[i] : "");
            }
            lines.add(line);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < columns.size(); column++) {
                row.append(column == 0 ? "" : GAP);
                row.append(padded(line.get(column), width(column), columns.get(column)));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    static String padded(String text, int width, Align align) {
        String pad = " ".repeat(Math.max(0, width - text.length()));
        return align == Align.LEFT ? text + pad : pad + text;
    }
}
