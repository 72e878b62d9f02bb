package io.weir.benchmarks.report;

import io.weir.benchmarks.report.Results.Session;
import io.weir.benchmarks.report.Target.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of full runs, as {@code docs/benchmarks.md}. */
public final class Page {
    public static final String FILE = "docs/benchmarks.md";

    private static final String INTRO = """
            # Benchmarks

            The operators beside those of Reactor and RxJava: the same work, from the same source, for the same consumer, and with
            JMH each contender in a JVM of its own. `./bench` measures a part of it in a few minutes; `./bench full` measures all
            of it and writes this page.

            ## How to read it

            A **ratio** says how many times faster ours is than the better of the two peers, or how many times smaller:
            above 1 ours is ahead, below 1 it is behind. There are two comparisons, which are never mixed:

            - **plain subscriber**: all have the same plain `Subscriber`, and keep the rules of Reactive Streams for it. The columns
              `weir`, which is ours, `reactor` and `rxjava` are of that;
            - **their own subscriber**: each peer has a subscriber of its own kind, a `CoreSubscriber` or a `FlowableSubscriber`,
              with which it is faster and checks less: the columns `reactor native` and `rxjava native`. Ours keeps the plain one, but
              inside a peer, where everybody has the peer's.

            Ratios are rounded down, so nothing looks reached that is not. **x floor** says how many times as long as the floor ours
            takes; what the floor is, each grid says.

            **Demand 128**: the subscriber requests 128 items, and another 128 when they have come; **demand 1**: one at a time.
            A stream has 100,000 items (between two threads 200,000). A buffer has room for 1,024, and for 65,536 where
            waiting times are measured. `map` and `filter` pass everything on, `take` would stop at 1,000,000, and `mergeMap` runs 32
            streams at once; the prefetch is what each library has if nobody says otherwise. **of 10**: inner streams of 10 items, so
            there are fewer of them; the figure is for an item of theirs. For `buffer.dropNewest` RxJava has `DROP_LATEST`,
            which gives up the newest of those that wait; for `sample`, which fails in both peers when nobody asks in time,
            `onBackpressureLatest` follows theirs.

            A figure is the median of the forks (JVMs that were started anew), each of which stands for the median of its
            iterations; in brackets are the lowest and the highest of all iterations of all forks. Without brackets: all were the
            same, or there was only one. A grid that is not measured by JMH is measured in one JVM, as the grid says.
            Figures of two machines cannot be compared; nor can ratios, where the price of an atomic operation differs, which the
            peers pay at each item of a plain subscriber, and ours does not.

            A full run leaves no row out. So that it takes no more than an hour and a half, it has two forks and short iterations: where
            the spreads overlap, `--forks` and `--only` tell more. The peers are under overload for a third of our time.

            """;

    private static final String NOT_EXPLAINED = "Not explained yet.";

    private final Results results;
    private final Ratios ratios;
    private final Reasons reasons;
    private final List<Section> sections;

    /** The page of all sections of which there are figures, in their order. */
    public static Page of(Results results, List<Section> sections) throws IOException {
        return new Page(results, Reasons.read(), sections);
    }

    Page(Results results, Reasons reasons, List<Section> sections) {
        this.results = results;
        this.ratios = Ratios.of(results.measurements());
        this.reasons = reasons;
        this.sections = sections;
    }

    public String text() {
        String text = INTRO + "## In short\n\n" + Report.means(ratios).markdown() + "\n" + mustShow() + behind()
                + conditions() + grids();
        return text.strip() + "\n";
    }

    private String mustShow() {
        Table table = new Table(2, "what must be so", "", "figure", "rows that fall short");
        StringBuilder rows = new StringBuilder();
        for (Verdict verdict : Targets.verdicts(results.measurements())) {
            table.add(
                    verdict.target(),
                    verdict.measured() && !verdict.reached() ? "**missed**" : verdict.word(),
                    verdict.figure(),
                    String.valueOf(verdict.rows().size()));
            if (!verdict.rows().isEmpty()) {
                rows.append(verdict.target()).append(". These fall short:\n\n");
                verdict.rows().forEach(row -> rows.append("- ").append(row).append('\n'));
                rows.append('\n');
            }
        }
        return "## What the figures must show\n\n" + table.markdown() + "\n" + rows;
    }

    /** By reason, that of the worst row first. */
    private String behind() {
        Map<String, Table> byReason = new LinkedHashMap<>();
        for (Ratio ratio : ratios.worstFirst()) {
            if (ratio.value() < 1) {
                tableOf(byReason, ratio.label() + ", time")
                        .add(
                                ratio.ours().label(),
                                ratio.comparison().toString(),
                                Numbers.amount(ratio.ours().value()),
                                Numbers.amount(ratio.peer().value()) + " "
                                        + ratio.peer().by(),
                                Numbers.roundedDown(ratio.value())
                                        + (ratio.withinSpread() ? " (the spreads overlap)" : ""));
            }
        }
        for (Ratio ratio : ratios.worstFirst()) {
            if (Targets.allocatesMore(ratio)) {
                tableOf(byReason, ratio.label() + ", bytes")
                        .add(
                                ratio.ours().label(),
                                ratio.comparison().toString(),
                                Numbers.amount(ratio.ours().bytes()) + " bytes",
                                Numbers.amount(ratio.peerBytes()) + " bytes",
                                "");
            }
        }
        StringBuilder text = new StringBuilder("## Where we are behind\n\n");
        byReason.forEach((why, table) ->
                text.append(why).append("\n\n").append(table.markdown()).append('\n'));
        return byReason.isEmpty() ? text + "Nowhere.\n\n" : text.toString();
    }

    private Table tableOf(Map<String, Table> byReason, String label) {
        return byReason.computeIfAbsent(
                why(label), reason -> new Table(2, "row", "against", "ours", "theirs", "ratio"));
    }

    private String why(String label) {
        return reasons.of(label).orElse(NOT_EXPLAINED);
    }

    private String conditions() {
        StringBuilder text = new StringBuilder("## How it was measured\n\n");
        for (Session session : results.sessions()) {
            Table table = new Table(2, "", "");
            session.conditions().facts().forEach(table::add);
            if (results.sessions().size() > 1) {
                table.add("Rows", contents(session));
            }
            text.append(table.markdown()).append('\n');
        }
        return text.toString();
    }

    private static String contents(Session session) {
        Map<String, Long> rows = session.measurements().stream()
                .filter(measurement -> measurement.by().equals(Comparison.OURS) || Yardstick.isBase(measurement))
                .collect(Collectors.groupingBy(Measurement::grid, LinkedHashMap::new, Collectors.counting()));
        return rows.entrySet().stream()
                .map(grid -> grid.getValue() + " of " + grid.getKey())
                .collect(Collectors.joining(", "));
    }

    private String grids() {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            GridTables tables = new GridTables(section, results.measurements(), ratios);
            if (!tables.isEmpty()) {
                text.append("## ")
                        .append(section.title())
                        .append("\n\n")
                        .append(section.about())
                        .append("\n\n");
                text.append(tables.markdown());
            }
        }
        return text.toString();
    }
}
