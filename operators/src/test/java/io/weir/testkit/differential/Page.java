package io.weir.testkit.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The part of {@code docs/migrating.md} on a library: what it must say, and what it says. */
final class Page {
    private static final String PART = "\n## ";
    private static final String HEADING = "### ";
    private static final String ROW = "| `";
    private static final String DIFFERENCE = "- **";

    private Page() {}

    /** The lines that the page must have on a table, in this order: headings and rows, differences, and what has no replacement. */
    static List<String> expected(Table table) {
        List<String> lines = new ArrayList<>();
        for (Table.Group group : table.groups()) {
            lines.add(HEADING + group.heading());
            for (Row row : group.rows()) {
                lines.add(String.format("| `%s` | `%s` | %s |", row.call(), row.replacement(), namesOf(row)));
            }
        }
        lines.add(HEADING + "What differs, and why");
        table.reasons().forEach((name, reason) -> lines.add(DIFFERENCE + name + ".** " + reason));
        lines.add(HEADING + "Without a replacement");
        for (Table.Absent absent : table.absent()) {
            lines.add(String.format("| `%s` | %s |", absent.signature(), absent.reason()));
        }
        return lines;
    }

    private static String namesOf(Row row) {
        return row.differences().isEmpty()
                ? "nothing"
                : row.differences().stream().map(Difference::name).collect(Collectors.joining("; "));
    }

    /** The lines of these kinds that the page has under the heading of a table. A difference may be broken into several. */
    static List<String> actual(Table table, Path page) throws IOException {
        String text = "\n" + Files.readString(page);
        int start = text.indexOf(PART + table.heading() + "\n");
        if (start < 0) {
            throw new AssertionError(page + " has no part called " + table.heading());
        }
        int end = text.indexOf(PART, start + 1);
        String part = text.substring(start, end < 0 ? text.length() : end).replaceAll("\n  +", " ");
        return part.lines()
                .filter(line -> line.startsWith(HEADING) || line.startsWith(ROW) || line.startsWith(DIFFERENCE))
                .toList();
    }
}
