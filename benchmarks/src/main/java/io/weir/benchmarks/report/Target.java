package io.weir.benchmarks.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the figures must show.
 *
 * @param grids the grids that it is about
 * @param rows the rows of these that it is about
 * @param comparisons the comparisons that it is about
 * @param kind what is looked at
 * @param bound what that must reach, or not exceed
 */
record Target(Choice grids, Choice rows, List<Comparison> comparisons, Kind kind, double bound) {
    /**
     * Some names.
     *
     * @param text what they are called together; empty for all
     * @param names which they are
     */
    record Choice(String text, Pattern names) {
        static final Choice ALL = new Choice("", Pattern.compile(".*"));

        static Choice named(String name) {
            return new Choice(name, Pattern.compile(name, Pattern.LITERAL));
        }

        boolean has(String name) {
            return names.matcher(name).matches();
        }
    }

    enum Kind {
        MEAN_AT_LEAST("geometric mean at least %s"),
        AT_LEAST("no row under %s"),
        ABOVE("every row over %s"),
        FLOOR_AT_MOST("at most %s times the floor"),
        EXCESS_BYTES_AT_MOST("bytes per item at most the better peer's, give or take %s");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        private double figure(Ratio ratio) {
            return switch (this) {
                case MEAN_AT_LEAST, AT_LEAST, ABOVE -> ratio.value();
                case FLOOR_AT_MOST -> ratio.timesFloor();
                case EXCESS_BYTES_AT_MOST -> ratio.excessBytes();
            };
        }

        private boolean wantsMuch() {
            return this == MEAN_AT_LEAST || this == AT_LEAST || this == ABOVE;
        }

        private boolean reaches(double figure, double bound) {
            return this == ABOVE ? figure > bound : wantsMuch() ? figure >= bound : figure <= bound;
        }

        private String show(double figure) {
            return wantsMuch() ? Numbers.roundedDown(figure) : Numbers.roundedUp(figure);
        }
    }

    /**
     * What became of a target.
     *
     * @param target what must be so
     * @param figure the mean, or the worst of the rows; empty if there were none
     * @param rows the rows that fall short, worst first, with their figures
     */
    record Verdict(String target, String figure, boolean reached, List<String> rows) {
        boolean measured() {
            return !figure.isEmpty();
        }

        String word() {
            return !measured() ? "not measured" : reached ? "reached" : "MISSED";
        }
    }

    Verdict judge(Ratios ratios) {
        List<Ratio> about = ratios.worstFirst().stream()
                .filter(ratio -> grids.has(ratio.grid())
                        && rows.has(ratio.row())
                        && comparisons.contains(ratio.comparison())
                        && !Double.isNaN(kind.figure(ratio)))
                .sorted((a, b) -> kind.wantsMuch()
                        ? Double.compare(kind.figure(a), kind.figure(b))
                        : Double.compare(kind.figure(b), kind.figure(a)))
                .toList();
        if (about.isEmpty()) {
            return new Verdict(toString(), "", false, List.of());
        }
        double figure = kind == Kind.MEAN_AT_LEAST ? new Ratios(about).geometricMean() : kind.figure(about.get(0));
        boolean reached = kind.reaches(figure, bound);
        List<String> shortOfIt = about.stream()
                .filter(ratio -> !reached && !kind.reaches(kind.figure(ratio), bound))
                .map(ratio -> ratio.label() + ": " + kind.show(kind.figure(ratio)) + doubt(ratio))
                .toList();
        return new Verdict(toString(), kind.show(figure), reached, shortOfIt);
    }

    private String doubt(Ratio ratio) {
        return kind.wantsMuch() && ratio.withinSpread() ? " (the spreads overlap)" : "";
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(grids.text());
        if (!rows.text().isEmpty()) {
            text.append(", ").append(rows.text());
        }
        if (comparisons.size() == 1) {
            text.append(", ").append(comparisons.get(0));
        }
        return text + ": " + String.format(kind.text, Numbers.plain(bound));
    }
}
