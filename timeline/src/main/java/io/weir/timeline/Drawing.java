package io.weir.timeline;

import io.weir.timeline.Timeline.Chain;
import io.weir.timeline.Timeline.Stage;
import io.weir.timeline.Timeline.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A timeline as text for a terminal: what was kept, a drawing of each chain, what each stage did in all, and a key. */
final class Drawing {
    private static final int FEWEST_COLUMNS = 40;
    private static final String KEY_OF_ARROWS =
            "◄ asked for  ► sent; at the right of a boundary: asked for and not yet sent";
    private static final String KEY_OF_SIGNS =
            "• came in  ▮ waits  ✗ dropped  ⇉ became a stream  ‖ holds its producer back";

    /** What a terminal obeys or cannot show, a line break too. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private final Timeline timeline;
    private final int columns;
    private final List<String> lines = new ArrayList<>();

    private Drawing(Timeline timeline, int columns) {
        this.timeline = timeline;
        this.columns = columns;
    }

    static String of(Timeline timeline, int columns) {
        if (columns < FEWEST_COLUMNS) {
            throw new IllegalArgumentException("columns must be at least " + FEWEST_COLUMNS + ", was " + columns);
        }
        return new Drawing(timeline, columns).text();
    }

    private String text() {
        lines.add(Texts.cut(timeline.title() + ": " + kept(), columns));
        TimeScale scale = TimeScale.of(timeline.events());
        for (Chain chain : timeline.chains()) {
            lines.add("");
            chain(chain, scale);
        }
        if (!timeline.chains().isEmpty()) {
            lines.add("");
            lines.addAll(Texts.wrapped(KEY_OF_ARROWS, columns));
            lines.addAll(Texts.wrapped(KEY_OF_SIGNS, columns));
        }
        return lines.stream()
                .map(line -> UNSEEN.matcher(line)
                        .replaceAll(unseen -> " ".repeat(unseen.group().length())))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String kept() {
        String events = "%,d events".formatted(timeline.recorded());
        String forgotten =
                timeline.forgotten() == 0 ? "" : ", the first %,d of them forgotten".formatted(timeline.forgotten());
        String stages = timeline.forgottenStages() == 0
                ? ""
                : ", and %,d stages forgotten".formatted(timeline.forgottenStages());
        return events + forgotten + stages;
    }

    private void chain(Chain chain, TimeScale scale) {
        if (!chain.name().isEmpty()) {
            lines.add(Texts.cut(chain.name(), columns));
        }
        lines.addAll(new ChainDrawing(timeline, chain, scale, columns).lines());
        for (int stage : chain.stages()) {
            lines.addAll(Texts.wrapped(sum(timeline.stages().get(stage)), columns));
        }
    }

    private static String sum(Stage stage) {
        Totals totals = stage.totals();
        String requested = totals.requested() == Long.MAX_VALUE ? "∞" : "%,d".formatted(totals.requested());
        List<String> parts = new ArrayList<>();
        add(parts, totals.emitted(), "emitted");
        add(parts, totals.expanded(), "expanded");
        totals.dropped().forEach((reason, n) -> add(parts, n, reason.toString()));
        add(parts, totals.waiting(), "waiting");
        return "%s: asked %,d× for %s in all; received %,d%s"
                .formatted(
                        stage.name(),
                        totals.requests(),
                        requested,
                        totals.received(),
                        parts.isEmpty() ? "" : " = " + String.join(" + ", parts));
    }

    private static void add(List<String> parts, long n, String what) {
        if (n > 0) {
            parts.add("%,d %s".formatted(n, what));
        }
    }
}
