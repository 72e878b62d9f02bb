package io.weir.examples.lab;

import static io.weir.examples.lab.Table.Align.LEFT;
import static io.weir.examples.lab.Table.Align.RIGHT;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The result of a run for people: what ran, a table with a row a policy, and what it means. */
final class TextReport {
    private final RunResult run;
    private final Words words;

    TextReport(RunResult run) {
        this.run = run;
        this.words = new Words(run);
    }

    String text() {
        return header() + "\n" + table() + "\n" + meaning() + "\n" + notes();
    }

    private String header() {
        String total = run.total().isPresent() ? Figures.count(run.total().getAsLong()) + " " : "";
        return total + run.title() + ", in " + Figures.seconds(run.elapsed()) + ".\n" + run.manner() + "\n"
                + Words.aboutConsumers(run.settings()) + "\n";
    }

    private String table() {
        Table table = new Table(List.of(LEFT, RIGHT, RIGHT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT));
        table.add(List.of("", "", "", "", "waiting", "waiting", "", "producer", "waited", "waited"));
        table.add(List.of(
                "policy",
                "received",
                "delivered",
                "dropped",
                "now",
                "at most",
                "capacity",
                "held ms",
                "p50 ms",
                "p99 ms"));
        for (RowResult row : run.rows()) {
            table.add(List.of(
                    row.policy() + (row.guarded() ? "*" : ""),
                    Figures.count(row.received()),
                    Figures.count(row.delivered()),
                    drops(row),
                    Figures.count(row.waiting()),
                    Figures.count(row.mostWaiting()),
                    Figures.count(row.capacity()),
                    Figures.count(row.heldBack().toMillis()),
                    waited(row, row.median()),
                    waited(row, row.longest())));
        }
        return table.toString();
    }

    private static String drops(RowResult row) {
        return row.dropped().isEmpty()
                ? "0"
                : row.dropped().entrySet().stream()
                        .map(drop -> Figures.count(drop.getValue()) + " " + drop.getKey())
                        .collect(Collectors.joining("\n"));
    }

    private static String waited(RowResult row, Duration time) {
        return row.delivered() == 0 ? "-" : Figures.millisText(time);
    }

    private String meaning() {
        int width = run.rows().stream()
                .mapToInt(row -> row.policy().toString().length())
                .max()
                .orElse(0);
        return run.rows().stream()
                .map(row -> Table.padded(row.policy().toString(), width, LEFT) + "  " + words.about(row) + "\n")
                .collect(Collectors.joining());
    }

    private String notes() {
        StringBuilder notes = new StringBuilder();
        if (run.rows().stream().anyMatch(RowResult::guarded)) {
            notes.append("* holds its producer back. As this one cannot wait, buffer(")
                    .append(run.settings().capacity())
                    .append(").dropOldest() stands in front and counts in the row.\n");
        }
        if (run.rows().stream().anyMatch(row -> row.policy().worksInside())) {
            notes.append(
                    "mergeMap, concatMap and switchMap do the consumer's work inside: it counts as waiting there.\n");
        }
        notes.append(
                run.accountsForAll()
                        ? "In every row: received = delivered + dropped + waiting now.\n"
                        : "NOT EVERY ROW ADDS UP: received should be delivered + dropped + waiting now.\n");
        return notes.toString();
    }
}
