package io.weir.examples.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.timeline.Timeline.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each lesson is to show, it shows. */
@Timeout(120)
class LessonsTest {
    // ---------------------------------------------------------------------------------- 1: what request(n) means

    @Test
    void asManyItemsComeAsWereAskedForAndThenNothing() throws Exception {
        Recorded one = Recorded.of(new Lesson1Requests());

        assertThat(one.requests("ask, get", "range")).containsExactly(3L, 2L);
        assertThat(one.items("ask, get", "range", Kind.EMITTED)).containsExactly(1, 2, 3, 4, 5);
        assertThat(one.events("ask, get", "range").filter(event -> event.kind() == Kind.EMITTED))
                .extracting(one::millis)
                .containsExactly(10L, 10L, 10L, 20L, 20L);
    }

    @Test
    void requestsAddUpAndUnboundedIsNeverAskedForAgain() throws Exception {
        Recorded one = Recorded.of(new Lesson1Requests());

        assertThat(one.requests("requests add up", "paced")).containsExactly(1L, 2L);
        assertThat(one.items("requests add up", "paced", Kind.EMITTED)).containsExactly(1, 2, 3);
        assertThat(one.requests("everything", "paced")).containsExactly(Long.MAX_VALUE);
        assertThat(one.items("everything", "paced", Kind.EMITTED)).hasSize(4);
    }

    // ------------------------------------------------------------------------------ 2: who may call what, and when

    @Test
    void whatComesAfterTheEndIsDropped() throws Exception {
        Recorded two = Recorded.of(new Lesson2Rules());

        assertThat(two.items("§1 the publisher", "buffer(3)", Kind.EMITTED)).containsExactly(1, 2, 3);
        assertThat(two.stage("§1 the publisher", "buffer(3)").totals().dropped())
                .containsOnlyKeys(DropReason.AFTER_TERMINATION);
        assertThat(two.items("§2 the subscriber", "drop()", Kind.DROPPED)).containsExactly(1);
    }

    @Test
    void anotherThreadGetsItsItemsAndRequestOfZeroIsTheEnd() throws Exception {
        Recorded two = Recorded.of(new Lesson2Rules());

        assertThat(two.events("§3 the subscription", "take(50)")
                        .filter(event -> event.kind() == Kind.EMITTED)
                        .map(event -> two.timeline().threads().get(event.thread())))
                .containsExactly(Thread.currentThread().getName(), "another thread", "another thread");
        assertThat(two.events("§3 the subscription", "take(50)").reduce((first, second) -> second))
                .hasValueSatisfying(last -> {
                    assertThat(last.kind()).isEqualTo(Kind.FAILED);
                    assertThat(String.valueOf(last.item())).contains("§3.9");
                });
    }

    // ------------------------------------------------------------------------------------ 4: how real consumers ask

    @Test
    void eachConsumerAsksInItsOwnWay() throws Exception {
        Recorded four = Recorded.of(new Lesson4Consumers());

        assertThat(four.requests("Reactor publishOn", "range")).startsWith(256L, 192L, 192L);
        assertThat(four.requests("Reactor flatMap", "range")).startsWith(256L, 1L, 1L);
        assertThat(four.requests("Reactor concatMap", "range"))
                .startsWith(1L, 1L)
                .containsOnly(1L);
        assertThat(four.requests("Reactor limitRate(10)", "range")).startsWith(10L, 8L, 8L);
        assertThat(four.requests("RxJava observeOn", "range")).startsWith(128L, 96L, 96L);
        assertThat(four.requests("RxJava flatMap", "range")).startsWith(128L, 1L, 1L);
        assertThat(four.requests("RxJava concatMap", "range"))
                .startsWith(2L, 2L)
                .containsOnly(2L);
        assertThat(four.requests("Mutiny emitOn", "range")).startsWith(256L);
        assertThat(four.requests("HttpClient, a body", "range"))
                .startsWith(1L, 1L)
                .containsOnly(1L);
        assertThat(four.requests("reactor-netty send", "range"))
                .startsWith(128L)
                .allMatch(n -> n >= 64 && n <= 128);
        assertThat(four.requests("RSocket limitRate(4)", "range")).startsWith(4L, 3L, 3L);
    }

    // --------------------------------------------------------------------------------- 5: prefetch and hidden queues

    @Test
    void aHiddenQueueHoldsWhatNobodyHasAskedForYet() throws Exception {
        Recorded five = Recorded.of(new Lesson5HiddenQueues());

        assertThat(five.requests("nothing between", "source")).containsExactly(1L, 1L, 1L);
        assertThat(five.requests("publishOn, prefetch 8", "source")).containsExactly(8L);
        assertThat(five.requests("publishOn, prefetch 8", "end")).containsExactly(1L, 1L, 1L);
        assertThat(five.said().lines())
                .containsExactly(
                        "nothing between: read 3, made 3",
                        "publishOn, prefetch 8: read 3, made 8",
                        "two of them: read 3, made 14");
    }

    @Test
    void threeStagesInReactorShowTheDemandAtEachBoundary() throws Exception {
        Recorded five = Recorded.of(new Lesson5HiddenQueues());

        assertThat(five.stagesOf("two of them")).containsExactly("source", "middle", "end");
        assertThat(five.requests("two of them", "source")).containsExactly(8L, 6L);
        assertThat(five.requests("two of them", "middle")).containsExactly(8L);
        assertThat(five.requests("two of them", "end")).containsExactly(1L, 1L, 1L);
    }

    // ------------------------------------------------------------------------------------- 6: sampling and switching

    @Test
    void onlyTheNewestOfEachPeriodGoesOn() throws Exception {
        Recorded six = Recorded.of(new Lesson6SampleAndSwitch());
        String sample = six.stagesOf("sample").get(0);

        assertThat(six.items("sample", sample, Kind.EMITTED)).containsExactly(3, 6, 10, 12);
        assertThat(six.items("sample, slow reader", sample, Kind.EMITTED)).containsExactly(3, 6, 12);
        assertThat(six.stage("sample, slow reader", sample).totals().dropped()).containsOnlyKeys(DropReason.SUPERSEDED);
    }

    @Test
    void aNewerNumberCallsOffTheLookUpOfTheOneBefore() throws Exception {
        Recorded six = Recorded.of(new Lesson6SampleAndSwitch());
        String switching = six.stagesOf("switchMap").get(0);

        assertThat(six.items("switchMap", switching, Kind.EXPANDED)).hasSize(12);
        assertThat(six.items("switchMap", switching, Kind.EMITTED))
                .containsExactly("about 1", "about 3", "about 5", "about 7", "about 9", "about 11", "about 12");
    }

    // --------------------------------------------------------------------------------------- 7: bounded concurrency

    @Test
    void theSourceIsAskedForAsManyAsMayRunAndThenForOneEach() throws Exception {
        Recorded seven = Recorded.of(new Lesson7BoundedConcurrency());

        assertThat(seven.requests("1 at once", "range")).containsOnly(1L);
        assertThat(seven.requests("3 at once", "range")).startsWith(3L, 1L, 1L, 1L);
        assertThat(seven.items("3 at once", "mergeMap(3)", Kind.EMITTED)).startsWith("about 1", "about 3");
        assertThat(seven.said().lines())
                .containsExactly("1 at once: all through after 180 ms", "3 at once: all through after 80 ms");
    }

    // ----------------------------------------------------------------------------------------- 8: a stalled pipeline

    @Test
    void ofThreeThatLookAlikeFromBelowEachIsStalledBySomebodyElse() throws Exception {
        Recorded eight = Recorded.of(new Lesson8Stalled());

        for (String pipeline : List.of("A", "B", "C")) {
            assertThat(eight.items(pipeline, "look up", Kind.EMITTED)).containsExactly(1, 2);
        }
        assertThat(eight.said().lines())
                .containsExactly(
                        "A: the reader does not ask",
                        "B: \"look up\" does not ask",
                        "C: everybody asks; the source does not send");
    }

    @Test
    void aPipelineThatEverybodyLeftAloneIsNotStalledByItsSource() throws Exception {
        Board board = new Board();
        board.reader(board.paced(3, 5).via(board.recorder().boundary("idle", "source")));

        assertThat(Lesson8Stalled.culprit(
                        board.timeline(), board.timeline().chains().get(0)))
                .isEqualTo("the reader does not ask");
    }
}
