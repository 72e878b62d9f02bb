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

            A **ratio** says how many times faster ours is than the better of the two peers, or how many times smaller:
            above 1 ours is ahead, below 1 it is behind. There are two comparisons, which are never mixed:

            - **plain subscriber**: all have the same plain `Subscriber`, and keep the rules of Reactive Streams for it;
            - **their own subscriber**: each peer has a subscriber of its own kind, with which it is faster and checks less;
              ours keeps the plain one, but inside a peer, where everybody has the peer's.

            Ratios are rounded down, so nothing looks reached that is not.

            """;

    private static final String HOW_TO_READ = """
            ## How to read the tables

            Less is better, everywhere. A figure is the median of the forks (JVMs that were started anew), each of which
            stands for the median of its iterations; in brackets are the lowest and the highest of all iterations of all forks. A
            grid that is not measured by JMH is measured in one JVM, where the contenders take turns; each turn is an iteration.
            Without brackets: all were the same, or there was only one. **weir** is ours, **floor** the same work without any
            protocol. Figures of different runs, and of different machines, cannot be compared; ratios can, with care.

            A full run leaves no row out. So that it takes about an hour and a half, it has two forks and short iterations: where the
            spreads overlap, `--forks` and `--only` tell more. The peers are under overload for a third of our time.

            """;

    private static final String NOT_EXPLAINED = "not explained yet";

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
                + conditions() + HOW_TO_READ + grids();
        return text.strip() + "\n";
    }

    private String mustShow() {
        Table table = new Table(2, "what must be so", "", "figure", "rows that fall short");
        for (Target target : Targets.TARGETS) {
            Verdict verdict = target.judge(ratios);
            table.add(
                    target.toString(),
                    verdict.measured() && !verdict.reached() ? "**missed**" : verdict.word(),
                    verdict.figure(),
                    String.valueOf(verdict.rows().size()));
        }
        return "## What the figures must show\n\n" + table.markdown() + "\n" + shortRows();
    }

    private String shortRows() {
        StringBuilder text = new StringBuilder();
        for (Target target : Targets.TARGETS) {
            List<String> rows = target.judge(ratios).rows();
            if (!rows.isEmpty()) {
                text.append(target).append(". These fall short:\n\n");
                rows.forEach(row -> text.append("- ").append(row).append('\n'));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private String behind() {
        Table table = new Table(3, "row", "against", "why", "ours", "theirs", "ratio");
        for (Ratio ratio : ratios.worstFirst()) {
            if (ratio.value() < 1) {
                table.add(
                        ratio.ours().label(),
                        ratio.comparison().toString(),
                        why(ratio.label() + ", time") + (ratio.withinSpread() ? " (the spreads overlap)" : ""),
                        Numbers.amount(ratio.ours().value()),
                        Numbers.amount(ratio.peer().value()) + " "
                                + ratio.peer().by(),
                        Numbers.roundedDown(ratio.value()));
            }
        }
        for (Ratio ratio : ratios.worstFirst()) {
            if (Targets.allocatesMore(ratio)) {
                table.add(
                        ratio.ours().label(),
                        ratio.comparison().toString(),
                        why(ratio.label() + ", bytes"),
                        Numbers.amount(ratio.ours().bytes()) + " bytes",
                        Numbers.amount(ratio.peerBytes()) + " bytes",
                        "");
            }
        }
        return "## Where we are behind\n\n" + (table.isEmpty() ? "Nowhere.\n" : table.markdown()) + "\n";
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
