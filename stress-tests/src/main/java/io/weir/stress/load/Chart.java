package io.weir.stress.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Samples as curves over time, one above the other, with the phases of the load behind them. */
final class Chart {
    private static final int WIDTH = 1080;
    private static final int LEFT = 190;
    private static final int RIGHT = 60;
    private static final int CURVE = 120;
    private static final int GAP = 46;
    private static final int TOP = 70;

    private final List<Samples.Sample> samples;
    private final StringBuilder svg = new StringBuilder();
    private int curves;

    private Chart(List<Samples.Sample> samples) {
        this.samples = samples;
    }

    static String of(List<Samples.Sample> samples) {
        Chart chart = new Chart(samples);
        chart.curve("items waiting", Samples.Sample::waiting);
        chart.curve("delivered in a second", Samples.Sample::delivered);
        chart.curve("dropped in a second", Samples.Sample::dropped);
        chart.curve("heap after collection, KiB", sample -> sample.heapBytes() / 1024);
        chart.curve("threads", Samples.Sample::threads);
        chart.curve("tasks of timers", Samples.Sample::timers);
        return chart.whole();
    }

    private void curve(String title, ToLongFunction<Samples.Sample> value) {
        int top = TOP + curves++ * (CURVE + GAP);
        long most = Math.max(1, samples.stream().mapToLong(value).max().orElse(1));
        text(LEFT - 8, top + CURVE / 2, "end", title);
        text(LEFT - 8, top + 10, "end", String.format(Locale.ROOT, "%,d", most));
        text(LEFT - 8, top + CURVE, "end", "0");
        String phase = "";
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < samples.size(); i++) {
            Samples.Sample sample = samples.get(i);
            double x = LEFT + (double) (WIDTH - LEFT - RIGHT) * i / Math.max(1, samples.size() - 1);
            double y = top + CURVE - (double) CURVE * value.applyAsLong(sample) / most;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            if (!sample.phase().equals(phase)) {
                phase = sample.phase();
                phaseBegins(phase, x, top);
            }
        }
        svg.append("<polyline fill='none' stroke='#06c' stroke-width='1.5' points='")
                .append(points)
                .append("'/>\n<rect fill='none' stroke='#888' x='")
                .append(LEFT)
                .append("' y='")
                .append(top)
                .append("' width='")
                .append(WIDTH - LEFT - RIGHT)
                .append("' height='")
                .append(CURVE)
                .append("'/>\n");
    }

    private void phaseBegins(String phase, double x, int top) {
        svg.append(String.format(
                Locale.ROOT, "<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='#bbb'/>%n", x, top, x, top + CURVE));
        if (curves == 1) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text transform='translate(%.1f %d) rotate(-35)' font-size='9' fill='#666'>%s</text>%n",
                    x,
                    top - 4,
                    phase));
        }
    }

    private void text(int x, int y, String anchor, String text) {
        svg.append(String.format(Locale.ROOT, "<text x='%d' y='%d' text-anchor='%s'>%s</text>%n", x, y, anchor, text));
    }

    private String whole() {
        int height = TOP + curves * (CURVE + GAP);
        return "<svg xmlns='http://www.w3.org/2000/svg' width='" + WIDTH + "' height='" + height
                + "' font-family='sans-serif' font-size='12'>\n<rect width='100%' height='100%' fill='white'/>\n" + svg
                + "</svg>\n";
    }
}
