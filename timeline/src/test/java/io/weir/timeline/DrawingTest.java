package io.weir.timeline;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.map;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import io.weir.testkit.VirtualTimer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {
    private final VirtualTimer clock = new VirtualTimer();
    private final Recorder recorder = Recorder.create().timer(clock);
    private final TestSource<Object> source = new TestSource<>();
    private final TestSubscriber<Object> subscriber = TestSubscriber.create();

    @Test
    void requestsGoUpItemsComeDownAndTheDemandThatIsLeftStandsBeside() {
        Weir.from(source)
                .via(recorder.boundary("try", "above"))
                .via(buffer(2).dropOldest().named("b").probe(recorder.chain("try")))
                .subscribe(subscriber);
        subscriber.request(1);
        source.send("a");
        clock.advance(Duration.ofMillis(20));
        source.send("b", "c", "d");
        clock.advance(Duration.ofMillis(20));
        subscriber.request(5);
        source.complete();

        assertThat(recorder.timeline().titled("Two stages").toText(80)).isEqualTo("""
                Two stages: 27 events

                try
                                          │above                     │b
                    0 ms                  │◄─ subscribe ───────      │◄─ subscribe ───────
                                          │◄─ ∞ ───────────────    ∞ │
                                          │                          │◄─ 1 ───────────────    1
                          ───── a ─►      │─────────────── a ─►    ∞ │─────────────── a ─►    0
                   20 ms  ───── b ─►      │─────────────── b ─►    ∞ │▮ 1 of 2
                          ───── c ─►      │─────────────── c ─►    ∞ │▮ 2 of 2
                          ───── d ─►      │─────────────── d ─►    ∞ │✗ b BUFFER_FULL
                   40 ms                  │                          │◄─ 5 ───────────────    5
                                          │                          │▮ 1 of 2 ────── c ─►    4
                                          │                          │▮ 0 of 2 ────── d ─►    3
                                          │──────────── done ─►      │──────────── done ─►
                above: asked 1× for ∞ in all; received 4 = 4 emitted
                b: asked 2× for 6 in all; received 4 = 3 emitted + 1 BUFFER_FULL

                ◄ asked for  ► sent; at the right of a boundary: asked for and not yet sent
                • came in  ▮ waits  ✗ dropped  ⇉ became a stream  ‖ holds its producer back
                """);
    }

    @Test
    void whatHappensInsideAFlatteningStageIsNoted() {
        FlattenOptions options = FlattenOptions.defaults().named("flat").probe(recorder);
        Weir.range(1, 2).via(concatMap(options, i -> Weir.range(10 * i, 2))).subscribe(subscriber);
        subscriber.request(3);

        assertThat(recorder.timeline().toText(70).lines())
                .contains(
                        "          ───── 1 ─►      │‖ ⇉ 1",
                        "                          │─────────────────────────────── 11 ─►    1",
                        "flat: asked 1× for 3 in all; received 5 = 3 emitted + 2 expanded")
                .noneMatch(line -> line.contains("11 ─►      │"));
    }

    @Test
    void threadsHaveAColumnWhenThereAreSeveral() {
        Weir.from(source).via(recorder.boundary("here")).subscribe(subscriber);
        Threads.runToEnd(new Thread(() -> subscriber.request(1), "a requester with a long name"));

        assertThat(recorder.timeline().toText(70).lines())
                .anyMatch(line -> line.contains(" a requester wi… ") && line.contains("◄─ 1 ──"))
                .anyMatch(line -> line.contains(Thread.currentThread().getName()) && line.contains("subscribe"));
    }

    @Test
    void ofALongRunTheBeginningAndTheEndAreDrawnAndTheTotalsAreOfAll() {
        Weir.range(1, 1_000).via(take(1_000).named("t").probe(recorder)).subscribe(TestSubscriber.requesting(1_000));

        String text = recorder.timeline().toText(80);
        assertThat(text.lines()).hasSize(1 + 1 + 1 + 50 + 1 + 50 + 1 + 1 + 2);
        assertThat(text)
                .contains("… 903 more lines …", "─ 1 ─►  999", "─ 1000 ─►    0")
                .contains("t: asked 1× for 1,000 in all; received 1,000 = 1,000 emitted");
    }

    @Test
    void itSaysWhatIsForgotten() {
        Recorder small = Recorder.keeping(5);
        Weir.range(1, 100).via(take(100).named("t").probe(small)).subscribe(TestSubscriber.requesting(100));

        assertThat(small.timeline().toText(80))
                .startsWith("Timeline: 204 events, the first 199 of them forgotten\n")
                .contains("─ 99 ─►    1", "─ 100 ─►    0", "received 100 = 100 emitted");
    }

    @Test
    void textsOfItemsDoNotBreakTheDrawing() {
        Weir.from(source).via(recorder.boundary("here")).subscribe(subscriber);
        subscriber.request(2);
        source.send("two\nlines\tand\u001b[31m", "x".repeat(60));

        assertThat(recorder.timeline().toText(60).lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(60).doesNotContain("\u001b"))
                .anyMatch(line -> line.contains("xxx… ─►"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "9999, 9999 ns", "10000, 10 µs", "10500, 10.5 µs", "10000000, 10 ms", "12500000000, 12.5 s"})
    void timesAreWrittenInAUnitThatFits(long nanos, String time) {
        Weir.from(source).via(recorder.boundary("here")).subscribe(subscriber);
        clock.advance(Duration.ofNanos(nanos));
        subscriber.request(1);

        assertThat(recorder.timeline().toText(60)).contains(" " + time + " ");
    }

    @Test
    void whatAStageHandsOnMuchLaterIsOnALineOfItsOwn() {
        TestSource<Object> later = new TestSource<>();
        Weir.from(later).via(recorder.boundary("try", "below")).subscribe(TestSubscriber.requesting(3));
        Weir.from(source).via(recorder.boundary("try", "above")).subscribe(TestSubscriber.requesting(3));
        source.send("a");
        later.send("a");
        source.send("b");
        clock.advance(Duration.ofSeconds(1));
        later.send("b");

        assertThat(recorder.timeline().toText(80).lines().map(line -> line.replaceAll("[─►◄ ]+", " ")))
                .contains(" a │ a 2 │ a 2", " b │ b 1 │", " 1000 ms │ │ b 1");
    }

    @Test
    void anErrorIsWrittenOut() {
        TestSubscriber<Integer> reader = TestSubscriber.requesting(1);
        Weir.range(1, 9).via(recorder.boundary("all")).subscribe(reader);
        reader.request(0);

        assertThat(recorder.timeline().toText(60))
                .contains("error ─►\n          ✗ java.lang.IllegalArgumentException: request");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100})
    void noLineIsLongerThanTheColumns(int columns) {
        String chain = "chain ".repeat(20);
        TestSubscriber<String> slow = TestSubscriber.requesting(2);
        Weir.fromIterable(List.of("a".repeat(100), "b".repeat(100), "c"))
                .via(recorder.boundary(
                        chain, "a name that is much too long for any column that there is in a terminal"))
                .via(buffer(2).dropOldest().probe(recorder.chain(chain)))
                .subscribe(slow);

        assertThat(recorder.timeline()
                        .titled("title ".repeat(20))
                        .toText(columns)
                        .lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
    }

    @Test
    void noTextObeysWhoeverWroteIt() {
        String hostile = "\udb40\udc41\u001b]0;x\u0007\r\u009b2J\u202e\u2066\u2028\u2029\u200b\ud800\n";
        Weir.from(source)
                .via(recorder.boundary(hostile + "chain", hostile + "stage"))
                .subscribe(subscriber);
        subscriber.request(2);
        Threads.runToEnd(new Thread(() -> source.send(hostile), hostile + "thread"));
        source.fail(new IllegalStateException(hostile + "error"));

        assertThat(recorder.timeline().titled(hostile + "title").toText(100).lines())
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]"))
                .anyMatch(line -> line.contains("title: 7 events"))
                .anyMatch(line -> line.contains("stage: asked"))
                .anyMatch(line -> line.equals("          error"))
                .filteredOn(line -> line.matches(".*(│.*subscribe|│.*error|│.*►).*"))
                .allMatch(line -> line.indexOf('│') == 41);
    }

    @Test
    void anErrorOfSeveralLinesIsWrittenInAsMany() {
        Weir.from(source).via(recorder.boundary("here")).subscribe(subscriber);
        source.fail(new IllegalStateException("first\r\nsecond\nthird"));

        assertThat(recorder.timeline().toText(80))
                .contains(
                        "          ✗ java.lang.IllegalStateException: first\n          second\n          third\nhere: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aPairOfSurrogatesIsNeverParted(String before) {
        String pairs = before + "\ud83d\ude00".repeat(50);
        Throwable error = new IllegalStateException(pairs);
        Weir.from(source)
                .via(recorder.boundary("try", pairs))
                .via(recorder.boundary("try", "below"))
                .subscribe(subscriber);
        subscriber.request(1);
        source.send(pairs);
        source.fail(error);

        String text = recorder.timeline().toText(40);
        assertThat(text).contains("\ud83d\ude00… ─►").doesNotContain("\ud83d\ude00 …");
        assertThat(text.replaceAll("\\s", "")).contains(error.toString().replaceAll("\\s", ""));
        assertThat(text.lines().filter(line -> line.contains("│")).map(line -> line.lastIndexOf('│')))
                .containsOnly(40);
    }

    @Test
    void anItemWithoutATextIsDrawnAsItsClass() {
        Weir.from(source)
                .via(recorder.boundary("here"))
                .via(map(Object::getClass))
                .subscribe(TestSubscriber.requesting(3));
        source.send(Mute.THROWS, Mute.IS_NULL, Mute.IS_LONG);
        source.complete();

        assertThat(recorder.timeline().toText(200).lines())
                .filteredOn(line -> line.contains(" " + Mute.class.getName() + " ─►"))
                .hasSize(2);
        assertThat(recorder.timeline().toText(200)).contains(" " + "x".repeat(59) + "… ─►");
    }

    private enum Mute {
        THROWS,
        IS_NULL,
        IS_LONG;

        @Override
        public String toString() {
            return switch (this) {
                case THROWS -> throw new IllegalStateException("no text");
                case IS_NULL -> null;
                case IS_LONG -> "x".repeat(100);
            };
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9_999, 10_000, 1_234_567_890, Long.MAX_VALUE - 2})
    void aLargeDemandStandsBesideItsArrowAndMovesNothing(long demand) {
        Weir.from(source)
                .via(recorder.boundary("try", "above"))
                .via(recorder.boundary("try", "below"))
                .subscribe(subscriber);
        subscriber.request(demand + 1);
        source.send("a");

        List<String> lines = recorder.timeline().toText(60).lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("a ─►"))
                .singleElement()
                .satisfies(line -> assertThat(line).containsPattern("a ─► +" + demand + " │.*a ─► +" + demand + "$"));
        assertThat(lines)
                .filteredOn(line -> line.contains("│"))
                .map(line -> List.of(line.indexOf('│'), line.lastIndexOf('│')))
                .hasSizeGreaterThan(3)
                .containsOnly(List.of(lines.get(3).indexOf('│'), lines.get(3).lastIndexOf('│')));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 111, 112, 113, 114, 115, 130})
    void aChainOfManyStagesTakesTheColumnsThatItNeeds(int columns) {
        IntStream.rangeClosed(1, 6)
                .mapToObj(stage -> recorder.boundary("try", "stage " + stage))
                .reduce(Weir.from(source), (above, stage) -> above.via(stage), (a, b) -> b)
                .subscribe(subscriber);
        subscriber.request(7);
        source.send("x");

        List<String> lines = recorder.timeline().toText(columns).lines().toList();
        assertThat(lines).contains("try");
        assertThat(lines)
                .filteredOn(line -> line.contains("│"))
                .extracting(line -> line.chars().filter(c -> c == '│').count())
                .hasSizeGreaterThan(2)
                .containsOnly(6L);
        assertThat(lines)
                .filteredOn(line -> line.contains(" x ─►"))
                .singleElement()
                .satisfies(line -> assertThat(line).matches(" +─+ x ─► +(│─+ x ─► +6 ?){6}"));
    }

    @Test
    void nothingRecordedIsSaidToo() {
        assertThat(recorder.timeline().toText(40)).isEqualTo("Timeline: 0 events\n");
    }

    @Test
    void itNeedsSomeColumns() {
        assertThatThrownBy(() -> recorder.timeline().toText(39))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must be at least 40, was 39");
    }
}
