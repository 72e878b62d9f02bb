package io.weir.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text under a heading, in aligned columns: the first ones are words, the others numbers. */
final class Table {
    private final int words;
    private final List<String> heading;
    private final List<List<String>> rows = new ArrayList<>();

    Table(int words, String... heading) {
        this(words, List.of(heading));
    }

    Table(int words, List<String> heading) {
        this.words = words;
        this.heading = List.copyOf(heading);
    }

    void add(String... cells) {
        add(List.of(cells));
    }

    void add(List<String> cells) {
        if (cells.size() != heading.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + heading.size() + " headings");
        }
        rows.add(List.copyOf(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        appendLine(text, heading);
        rows.forEach(row -> appendLine(text, row));
        return text.toString();
    }

    private void appendLine(StringBuilder text, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String pad = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? "" : "  ").append(column < words ? cell + pad : pad + cell);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        return Math.max(
                heading.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        appendMarkdown(text, heading);
        text.append('|');
        for (int column = 0; column < heading.size(); column++) {
            text.append(column < words ? "---|" : "---:|");
        }
        text.append('\n');
        rows.forEach(row -> appendMarkdown(text, row));
        return text.toString();
    }

    private static void appendMarkdown(StringBuilder text, List<String> cells) {
        text.append('|');
        cells.forEach(cell -> text.append(' ').append(cell.replace("|", "\\|")).append(" |"));
        text.append('\n');
    }
}
