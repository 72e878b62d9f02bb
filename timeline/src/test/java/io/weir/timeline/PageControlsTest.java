package io.weir.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.spi.Probe;
import io.weir.testkit.VirtualTimer;
import io.weir.timeline.Browser.Spot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a reader can do with the page: step, point, zoom, play, choose colours, print. */
class PageControlsTest extends InBrowser {
    private static final String EVENTS_DRAWN =
            "[...document.querySelectorAll('[data-events]')].reduce((n, p) => n + Number(p.dataset.events), 0)";

    @Test
    void stepsFromEventToEvent() {
        browser.open(Samples.everyKind());

        assertThat(browser.press(Keys.ARROW_RIGHT).text("#now-words"))
                .startsWith("Event 1, at 0: overflow, buffer(1) is subscribed to.");
        assertThat(browser.press(Keys.ARROW_RIGHT).text("#now-words"))
                .startsWith("Event 2,")
                .contains("is asked for 1. Thread main. After it: 1 outstanding, 0 of 1 waiting. §3.8");
        assertThat(browser.press(Keys.ARROW_LEFT).text("#now-words")).startsWith("Event 1,");
        assertThat(browser.click("#next").text("#now-words")).startsWith("Event 2,");
        assertThat(browser.press(Keys.END, Keys.ARROW_RIGHT).text("#now .stage-name"))
                .isEqualTo("latest()");
        assertThat(browser.press(Keys.HOME).text("#now .facts")).startsWith("event 1");
        assertThat(browser.press(Keys.ESCAPE).text("#now")).startsWith("No event chosen");
    }

    @Test
    void stepsWithinAStage() {
        browser.open(Samples.threeStages()).press(Keys.HOME);
        String stage = browser.text("#now .stage-name");

        for (int i = 0; i < 5; i++) {
            assertThat(browser.pressWithShift(Keys.ARROW_RIGHT).text("#now .stage-name"))
                    .isEqualTo(stage);
        }
    }

    @Test
    void namesTheEventUnderTheMouse() {
        browser.open(Samples.fourPolicies().timeline());

        browser.pointAt(browser.firstMark(".chain .m.requested"));
        assertThat(browser.text("#tip"))
                .contains("buffer(3) is asked for 1", "event 2", "main", "1 outstanding", "§3.8");

        browser.pointAt(browser.firstMark(".chain .m.emitted"));
        assertThat(browser.text("#tip"))
                .contains("buffer(3) emits 1", "12 ms", "0 outstanding", "§1.1", "0 more items may follow");

        browser.pointAt(browser.firstMark(".chain .m.dropped"));
        assertThat(browser.text("#tip")).contains("drops 5: BUFFER_FULL", "The buffer was full.", "3 of 3 waiting");

        Spot drop = browser.firstMark(".chain .m.dropped");
        browser.pointAt(new Spot(drop.x() + 600, drop.y()));
        assertThat(browser.shows("#tip")).isFalse();
    }

    @Test
    void zoomsAndMoves() {
        browser.open(Samples.fourPolicies().timeline());
        long all = browser.number(EVENTS_DRAWN);

        long fewer = browser.press("+").press("+").number(EVENTS_DRAWN);
        assertThat(fewer).isLessThan(all / 2);
        String before = axis();
        assertThat(browser.press(".").number(EVENTS_DRAWN)).isPositive();
        assertThat(axis()).isNotEqualTo(before);
        assertThat(browser.press(",").text("#axis")).isEqualTo(before);

        browser.drag(browser.firstMark(".chain .m.received"), -200);
        assertThat(axis()).isNotEqualTo(before);
        assertThat(browser.press("0").number(EVENTS_DRAWN)).isEqualTo(all);
        assertThat(browser.find("#whole").isEnabled()).isFalse();
    }

    private static String axis() {
        return browser.text("#axis");
    }

    @Test
    void showsTheOrderOfTheEventsOrTheTime() {
        browser.open(Samples.fourPolicies().timeline());

        assertThat(browser.attribute("#order", "aria-pressed"))
                .as("bursts are shown event by event")
                .isEqualTo("true");
        assertThat(browser.press("t").attribute("#time", "aria-pressed")).isEqualTo("true");
        assertThat(axis()).contains("10 ms", "20 ms");
        assertThat(browser.press("t").text("#unit")).startsWith("event");
    }

    @Test
    void linesUpChainsThatRanOneAfterTheOther() {
        browser.open(Samples.everyKind());
        assertThat(browser.attribute("#aligned", "aria-pressed")).isEqualTo("true");
        assertThat(browser.press("l").attribute("#aligned", "aria-pressed")).isEqualTo("false");

        browser.open(Samples.fourPolicies().timeline());
        assertThat(browser.attribute("#aligned", "aria-pressed"))
                .as("these ran at once")
                .isEqualTo("false");
    }

    @Test
    void playsToTheEnd() {
        browser.open(Samples.everyKind()).media("", Map.of("prefers-reduced-motion", "reduce"));
        play();
        assertThat(browser.text("#now-words")).contains("§");
        assertThat(browser.script("return document.querySelector('.cursor:not(.hover)').hidden"))
                .isEqualTo(false);
    }

    @Test
    void playsToTheEndOfALongRunByTime() {
        browser.open(requests(10, Duration.ofMillis(50)));
        assertThat(browser.attribute("#time", "aria-pressed")).isEqualTo("true");
        browser.press(Keys.END, Keys.ARROW_LEFT);
        play();
        assertThat(browser.text("#now .facts")).startsWith("event 10");
    }

    /** Plays from the event chosen until it stops by itself. */
    private static void play() {
        browser.script("document.getElementById('speed').value = '4'");
        browser.press(" ");
        assertThat(browser.attribute("#play", "aria-label")).isEqualTo("pause");

        for (int frames = 0; browser.attribute("#play", "aria-label").equals("pause"); frames++) {
            assertThat(frames).as("it comes to an end").isLessThan(600);
            browser.settled();
        }
    }

    /** A subscription and then requests, so many events in all, in even steps of time. */
    private static Timeline requests(int events, Duration apart) {
        VirtualTimer clock = new VirtualTimer();
        Recorder recorder = Recorder.create().timer(clock);
        request(events, apart, clock, recorder);
        return recorder.timeline();
    }

    private static void request(int events, Duration apart, VirtualTimer clock, Probe probe) {
        Probe stage = probe.subscribed("stage");
        for (int i = 1; i < events; i++) {
            clock.advance(apart);
            stage.requested(1);
        }
    }

    @Test
    void everyKeyWorksWhenThereAreNoEvents() {
        Timeline all = Samples.threeStages();
        Timeline forgotten =
                new Timeline("All forgotten", all.recorded(), 0, all.threads(), all.chains(), all.stages(), List.of());
        for (Timeline timeline : List.of(Recorder.create().timeline(), forgotten)) {
            browser.open(timeline);
            for (CharSequence key : List.of(
                    Keys.HOME, Keys.END, Keys.ARROW_LEFT, Keys.ARROW_RIGHT, " ", "l", "+", ",", "t", "-", ".", "0")) {
                browser.press(key);
                assertThat(browser.text("#now")).startsWith("No event chosen");
                assertThat(browser.number("document.querySelectorAll('#axis .tick').length"))
                        .isPositive();
                assertThat(browser.script("return document.getElementById('stage').innerHTML"))
                        .asString()
                        .doesNotContain("NaN");
            }
            browser.pressWithShift(Keys.ARROW_RIGHT).click("#list summary");
            assertThat(browser.text("#list-where")).isEqualTo("0 to 0 of 0 events");
            assertThat(browser.click("#list-on").text("#list-where")).isEqualTo("0 to 0 of 0 events");
        }
    }

    @Test
    void zoomsInAtTheEndOfManyYears() {
        browser.open(requests(11, Duration.ofDays(365))).press(Keys.END).press("+".repeat(100));

        assertThat(browser.texts("#axis .tick-word"))
                .as("the axis still tells its places apart")
                .hasSizeGreaterThan(3)
                .doesNotHaveDuplicates();
        assertThat(browser.press(Keys.ARROW_LEFT, Keys.ARROW_RIGHT).text("#now .facts"))
                .startsWith("event 11");
    }

    @Test
    void chainsLinedUpCountTheEventChosenAlsoAfterYears() {
        VirtualTimer clock = new VirtualTimer();
        Recorder recorder = Recorder.create().timer(clock);
        request(4, Duration.ofDays(365), clock, recorder.chain("first"));
        request(4, Duration.ofDays(365), clock, recorder.chain("second"));
        browser.open(recorder.timeline()).press("t");
        assertThat(browser.attribute("#time", "aria-pressed")).isEqualTo("true");
        assertThat(browser.attribute("#aligned", "aria-pressed")).isEqualTo("true");

        assertThat(browser.press(Keys.END).texts(".name-of.below")).containsExactly("demand 3", "demand 3");
    }

    @Test
    void theLastPageOfTheListIsTheLast() {
        browser.open(requests(150, Duration.ofMillis(1))).click("#list summary");

        assertThat(browser.text("#list-where")).isEqualTo("1 to 100 of 150 events");
        assertThat(browser.click("#list-on").text("#list-where")).isEqualTo("101 to 150 of 150 events");
        assertThat(browser.click("#list-on").text("#list-where")).isEqualTo("101 to 150 of 150 events");
        assertThat(browser.click("#list-back").text("#list-where")).isEqualTo("1 to 100 of 150 events");
    }

    @Test
    void isLightOrDarkAsTheSystemIsOrAsTheReaderWants() {
        browser.open(Samples.fourPolicies().timeline());
        String light = background();

        String dark = background(browser.media("", Map.of("prefers-color-scheme", "dark")));
        assertThat(dark).isNotEqualTo(light);
        assertThat(background(browser.click("#theme"))).isEqualTo(light);
        assertThat(background(browser.press("d"))).isEqualTo(dark);
    }

    private static String background(Browser browser) {
        return String.valueOf(browser.script("return getComputedStyle(document.body).backgroundColor"));
    }

    private static String background() {
        return background(browser);
    }

    @Test
    void fitsAPhone() {
        for (Timeline timeline : List.of(Samples.fourPolicies().timeline(), Samples.threeStages(), Samples.hostile())) {
            browser.open(timeline).screen(390, 844, true);

            assertThat(browser.number("document.documentElement.scrollWidth"))
                    .as(timeline.title())
                    .isEqualTo(390);
            assertThat(browser.number("document.querySelector('.chain svg').getBoundingClientRect().width"))
                    .isGreaterThan(350);
        }
    }

    @Test
    void tellsItsKeys() {
        browser.open(Samples.threeStages());
        assertThat(browser.shows("#keys")).isFalse();
        assertThat(browser.press("?").shows("#keys")).isTrue();
        assertThat(browser.text("#keys")).contains("event by event", "zoom", "play");
        assertThat(browser.attribute("#help", "aria-expanded")).isEqualTo("true");
    }

    @Test
    void leavesOutOnPaperWhatPaperCannotDo() {
        browser.open(Samples.threeStages());
        browser.script("window.widths = []; addEventListener('beforeprint', () => window.widths.push("
                + "document.querySelector('.chain svg').viewBox.baseVal.width))");
        browser.print();
        assertThat(browser.script("return window.widths")).isEqualTo(List.of(844L));

        browser.media("print", Map.of("prefers-color-scheme", "dark")).screen(1032, 700, false);
        assertThat(browser.shows(".tools")).isFalse();
        assertThat(browser.shows("#now")).isFalse();
        assertThat(browser.shows(".chain svg")).isTrue();
        assertThat(browser.shows("#totals")).isTrue();
        assertThat(background()).as("light, whatever the system is").isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(1032);
    }
}
