package io.weir.timeline;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.spi.CountingProbe;
import io.weir.spi.Probe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What the page shows, in a browser. */
class PageInBrowserTest extends InBrowser {
    @Test
    void opensFromAFileAndLoadsNothing() {
        browser.open(Samples.fourPolicies().timeline());

        assertThat(browser.text("h1")).isEqualTo("Four answers to a fast producer");
        assertThat(browser.number("performance.getEntriesByType('resource').length"))
                .isZero();
    }

    @Test
    void drawsEachEventOfTheRun() {
        for (Timeline timeline : List.of(
                Samples.fourPolicies().timeline(), Samples.threeStages(), Samples.everyKind(), Samples.hostile())) {
            browser.open(timeline);

            assertThat(drawn()).as(timeline.title()).isEqualTo(recorded(timeline));
            browser.press("t");
            assertThat(drawn()).as(timeline.title() + ", joined by time").isEqualTo(recorded(timeline));
        }
    }

    /** How many events of each kind the marks of all chains stand for. */
    private static Map<String, Long> drawn() {
        Map<String, Long> drawn = new HashMap<>();
        ((List<?>)
                        browser.script(
                                "return [...document.querySelectorAll('[data-events]')].map(p => [p.dataset.kind, +p.dataset.events])"))
                .forEach(pair -> drawn.merge(
                        String.valueOf(((List<?>) pair).get(0)),
                        ((Number) ((List<?>) pair).get(1)).longValue(),
                        Long::sum));
        drawn.values().removeIf(n -> n == 0);
        return drawn;
    }

    private static Map<String, Long> recorded(Timeline timeline) {
        return timeline.events().stream()
                .map(event -> switch (event.kind()) {
                    case PAUSED, RESUMED -> "heldback";
                    default -> event.kind().toString();
                })
                .collect(groupingBy(kind -> kind, counting()));
    }

    @Test
    void totalsAreWhatCountingProbesSay() {
        Samples.Compared run = Samples.fourPolicies();
        browser.open(run.timeline());

        int stage = 0;
        for (CountingProbe probe : run.counts().values()) {
            CountingProbe.Snapshot counts = probe.snapshot();
            String drops = counts.dropped().entrySet().stream()
                    .map(drop -> drop.getValue() + " " + drop.getKey())
                    .collect(Collectors.joining(", "));
            assertThat(browser.texts("#totals tr[data-stage='" + stage++ + "'] td"))
                    .satisfies(cells -> {
                        assertThat(cells.get(2)).isEqualTo("" + counts.received());
                        assertThat(cells.get(4)).isEqualTo("" + counts.emitted());
                        assertThat(cells.get(5)).isEqualTo(drops);
                        assertThat(cells.get(6)).isEqualTo("" + counts.waiting());
                    });
        }
        assertThat(stage).isEqualTo(4);
    }

    @Test
    void drawsTheDemandAtEachBoundaryOfAChain() {
        browser.open(Samples.threeStages());

        assertThat(browser.texts(".name-of.below")).containsExactly("demand ≤ ∞", "demand ≤ 2", "demand ≤ ∞");
        assertThat(browser.number("document.querySelectorAll('.chain rect.unbounded').length"))
                .isEqualTo(2);
        assertThat(browser.number("document.querySelectorAll('.chain path.demand-edge').length"))
                .isEqualTo(3);
        assertThat(browser.number("document.querySelectorAll('.chain .capacity').length"))
                .isEqualTo(2);
        assertThat(browser.number("+document.querySelector('.heldback[data-events]').dataset.marks"))
                .isPositive();
    }

    @Test
    void namesTheRuleWhereOneApplies() {
        Timeline timeline = Samples.everyKind();
        browser.open(timeline);

        Map<String, List<String>> rules = new HashMap<>();
        for (Timeline.Event event : timeline.events()) {
            browser.press(Keys.ARROW_RIGHT);
            String what = event.kind() + (event.reason() == null ? "" : " " + event.reason());
            rules.merge(
                    event.n() == Long.MAX_VALUE ? what + " everything" : what,
                    browser.texts("#now .rules b"),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList());
        }
        assertThat(rules)
                .containsEntry("subscribed", List.of("§1.9"))
                .containsEntry("requested", List.of("§3.8"))
                .containsEntry("requested everything", List.of("§3.8", "§3.17"))
                .containsEntry("received", List.of())
                .containsEntry("expanded", List.of())
                .containsEntry("emitted", List.of("§1.1", "§3.17"))
                .containsEntry("waiting", List.of())
                .containsEntry("dropped BUFFER_FULL", List.of())
                .containsEntry("dropped CANCELLED", List.of("§1.8"))
                .containsEntry("completed", List.of("§1.5", "§1.7"))
                .containsEntry("failed", List.of("§1.4", "§1.7", "§3.9"))
                .containsEntry("cancelled", List.of("§3.12", "§3.13"));
    }

    @Test
    void anItemThatWasUnderWayAtACancellationIsExplained() {
        openAtAnItemAfter(Probe::cancelled);
        assertThat(browser.text("#now .rules").strip())
                .isEqualTo("§2.8 A subscriber that has cancelled must be ready for items that were under way.");
    }

    @Test
    void anItemAfterTheEndIsAgainstARule() {
        openAtAnItemAfter(Probe::completed);
        assertThat(browser.text("#now .rules").strip()).isEqualTo("§1.7 After the end comes no further signal.");
    }

    private void openAtAnItemAfter(Consumer<Probe> end) {
        Recorder recorder = Recorder.create();
        Probe stage = recorder.subscribed("stage");
        stage.requested(1);
        end.accept(stage);
        stage.emitted("late");
        browser.open(recorder.timeline()).press(Keys.END);
    }

    @Test
    void textsOfTheRunStayTexts() {
        browser.open(Samples.hostile());
        browser.press(Keys.HOME).press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

        assertThat(browser.text("h1")).isEqualTo(Samples.HOSTILE);
        assertThat(browser.text("#now .happening")).isEqualTo("receives " + Samples.HOSTILE);
        assertThat(browser.text("#totals tbody th")).startsWith(Samples.HOSTILE);
        assertThat(browser.number("document.querySelectorAll('.broken').length"))
                .isZero();
    }

    @Test
    void listsTheEventsInWords() {
        Timeline timeline = Samples.everyKind();
        browser.open(timeline).click("#list summary");

        assertThat(browser.texts("#rows tr")).hasSize(timeline.events().size());
        assertThat(browser.texts("#rows td:nth-child(5)"))
                .contains("is asked for everything, ∞", "drops 3: BUFFER_FULL");
    }

    @Test
    void aMillionEventsAreFewElements() {
        Timeline timeline = Samples.aMillion();
        assertThat(timeline.recorded()).isGreaterThanOrEqualTo(1_000_000);
        browser.open(timeline);

        assertThat(browser.text("#notes"))
                .contains(String.format("The first %,d were forgotten", timeline.forgotten()));
        assertThat(browser.number("document.querySelectorAll('.chain svg *').length"))
                .isLessThan(500);
        assertThat(drawn()).isEqualTo(recorded(timeline));
        assertThat(pathLength()).as("characters that all paths are made of").isLessThan(150_000);
        assertThat(browser.press(Keys.END).text("#now .fact"))
                .isEqualTo(String.format("event %,d", timeline.recorded()));

        for (int i = 0; i < 12; i++) {
            browser.press("+");
            assertThat(pathLength()).isLessThan(150_000);
        }
        assertThat(browser.texts(".chain .word.item"))
                .as("near enough, items have names")
                .isNotEmpty();
    }

    private static long pathLength() {
        return browser.number(
                "[...document.querySelectorAll('.chain svg path')].reduce((n, p) => n + p.getAttribute('d').length, 0)");
    }
}
