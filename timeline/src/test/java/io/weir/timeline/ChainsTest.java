package io.weir.timeline;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.latest;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.spi.Probe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import io.weir.timeline.Timeline.Stage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

class ChainsTest {
    private final Recorder recorder = Recorder.create();

    private static <T> TestSubscriber<T> asking() {
        return TestSubscriber.requesting(Long.MAX_VALUE);
    }

    @Test
    void stagesStandInTheOrderInWhichItemsTravel() {
        Weir.range(1, 3)
                .via(recorder.boundary("source"))
                .via(buffer(4).probe(recorder))
                .via(take(2).probe(recorder))
                .subscribe(asking());

        Timeline timeline = recorder.timeline();
        assertThat(Readable.chains(timeline)).containsExactly(entry("", List.of("source", "buffer(4)", "take(2)")));
        assertThat(timeline.stages()).extracting(Stage::name).containsExactly("source", "buffer(4)", "take(2)");
        assertThat(timeline.stages()).extracting(Stage::chain).containsOnly(0);
    }

    @Test
    void chainsThatAreSubscribedToOneAfterTheOtherAreNumbered() {
        Publisher<Integer> twice = Weir.range(1, 3)
                .via(buffer(4).named("a").probe(recorder.chain("c")))
                .via(take(2).named("b").probe(recorder.chain("c")));
        twice.subscribe(asking());
        twice.subscribe(asking());
        twice.subscribe(asking());

        assertThat(Readable.chains(recorder.timeline()))
                .containsOnly(
                        entry("c", List.of("a", "b")),
                        entry("c (2)", List.of("a", "b")),
                        entry("c (3)", List.of("a", "b")));
    }

    @Test
    void aChainThatIsSubscribedToAgainWhileItRunsIsAnother() {
        TestSource<Integer> source = new TestSource<>();
        Publisher<Integer> shared = Weir.from(source)
                .via(latest().named("a").probe(recorder.chain("c")))
                .via(drop().named("b").probe(recorder.chain("c")));
        shared.subscribe(TestSubscriber.create());
        shared.subscribe(TestSubscriber.create());

        assertThat(Readable.chains(recorder.timeline()))
                .containsOnly(entry("c", List.of("a", "b")), entry("c (2)", List.of("a", "b")));
    }

    @Test
    void aStageThatIsSubscribedToTwiceBeforeAnythingHappensBeginsAnotherChain() {
        Publisher<Integer> shared = latest().probe(recorder).apply(new TestSource<Integer>());
        shared.subscribe(TestSubscriber.create());
        shared.subscribe(TestSubscriber.create());

        assertThat(Readable.chains(recorder.timeline()))
                .containsOnly(entry("", List.of("latest()")), entry("(2)", List.of("latest()")));
    }

    @Test
    void withoutANameAPipelineIsAChainOfItsOwnOnceTheOneBeforeHasBegun() {
        Weir.range(1, 3).via(buffer(4).probe(recorder)).subscribe(TestSubscriber.requesting(1));
        Weir.range(1, 3).via(latest().probe(recorder)).subscribe(TestSubscriber.requesting(1));

        assertThat(Readable.chains(recorder.timeline()))
                .containsOnly(entry("", List.of("buffer(4)")), entry("(2)", List.of("latest()")));
    }

    @Test
    void withoutANameWhatAnotherThreadSubscribesToIsAnotherChain() {
        latest().named("here").probe(recorder).apply(new TestSource<Integer>()).subscribe(TestSubscriber.create());
        Threads.runToEnd(new Thread(() -> latest().named("there")
                .probe(recorder)
                .apply(new TestSource<Integer>())
                .subscribe(TestSubscriber.create())));

        assertThat(Readable.chains(recorder.timeline()))
                .containsOnly(entry("", List.of("here")), entry("(2)", List.of("there")));
    }

    @Test
    void withANameAStageThatIsSubscribedToLaterStillBelongsToTheChain() {
        Probe chain = recorder.chain("c");
        TestSource<Integer> source = new TestSource<>();
        Publisher<Integer> above = latest().named("above").probe(chain).apply(source);
        var below = drop().named("below").probe(chain).<Integer>processor();
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(1);
        below.subscribe(subscriber);
        Threads.runToEnd(new Thread(() -> above.subscribe(below)));

        assertThat(Readable.chains(recorder.timeline())).containsExactly(entry("c", List.of("above", "below")));
    }

    @Test
    void aStageThatIsSubscribedToWhenTheOthersHaveEndedBeginsAnotherRun() {
        Probe chain = recorder.chain("c");
        Weir.just(1).via(take(1).named("a").probe(chain)).subscribe(asking());
        Weir.just(1).via(take(1).named("b").probe(chain)).subscribe(asking());

        assertThat(Readable.chains(recorder.timeline()))
                .containsOnly(entry("c", List.of("a")), entry("c (2)", List.of("b")));
    }

    @Test
    void eachInnerStreamIsAChainOfItsOwn() {
        FlattenOptions outer =
                FlattenOptions.defaults().concurrency(2).named("outer").probe(recorder);
        Weir.range(1, 3)
                .via(mergeMap(
                        outer,
                        i -> Weir.range(10 * i, 2)
                                .via(buffer(4).named("first").probe(recorder.chain("inner")))
                                .via(take(1).named("second").probe(recorder.chain("inner")))))
                .subscribe(asking());

        Timeline timeline = recorder.timeline();
        List<String> both = List.of("first", "second");
        assertThat(Readable.chains(timeline))
                .containsOnly(
                        entry("", List.of("outer")),
                        entry("inner", both),
                        entry("inner (2)", both),
                        entry("inner (3)", both));
        assertThat(timeline.stages())
                .filteredOn(stage -> stage.name().equals("second"))
                .allSatisfy(stage -> assertThat(stage.totals().emitted()).isEqualTo(1));
        assertThat(timeline.stages().get(0).totals().received()).isEqualTo(6);
        assertThat(timeline.stages().get(0).totals().expanded()).isEqualTo(3);
    }

    @Test
    void innerStreamsWithoutANameAreChainsOfTheirOwnToo() {
        Weir.range(1, 2)
                .via(concatMap(
                        FlattenOptions.defaults().named("outer").probe(recorder),
                        i -> Weir.just(i).via(take(1).named("inner").probe(recorder))))
                .subscribe(asking());

        assertThat(Readable.chains(recorder.timeline()))
                .containsOnly(
                        entry("", List.of("outer")), entry("(2)", List.of("inner")), entry("(3)", List.of("inner")));
    }

    @Test
    void twoThreadsThatSubscribeAtOnceDoNotMixTheirChains() {
        Probe chain = recorder.chain("c");
        CountDownLatch otherIsHalfWay = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        TestSource<Integer> source = new TestSource<>();
        Publisher<Integer> here = latest().named("first").probe(chain).apply(source);
        Publisher<Integer> there = s -> {
            otherIsHalfWay.countDown();
            Threads.await(done);
            here.subscribe(s);
        };
        Thread other = Threads.start(
                () -> drop().named("last").probe(chain).apply(there).subscribe(TestSubscriber.create()));
        Threads.await(otherIsHalfWay);
        drop().named("last").probe(chain).apply(here).subscribe(TestSubscriber.create());
        done.countDown();
        Threads.join(other);

        List<String> both = List.of("first", "last");
        assertThat(Readable.chains(recorder.timeline())).containsOnly(entry("c", both), entry("c (2)", both));
    }

    @Test
    void ofManyStagesTheOldestThatHaveEndedAreForgotten() {
        TestSubscriber<Integer> running = TestSubscriber.requesting(1);
        Weir.range(1, 3)
                .via(take(3).named("running").probe(recorder.chain("c")))
                .subscribe(running);
        for (int i = 0; i < 2 * Runs.MOST_STAGES; i++) {
            Weir.just(i).via(take(1).named("short").probe(recorder)).subscribe(asking());
        }
        running.request(2);

        Timeline timeline = recorder.timeline();
        assertThat(timeline.stages()).hasSize(Runs.MOST_STAGES);
        assertThat(timeline.forgottenStages()).isEqualTo(Runs.MOST_STAGES + 1);
        assertThat(timeline.stages().get(0).name()).isEqualTo("running");
        assertThat(timeline.stages().get(0).totals().emitted()).isEqualTo(3);
        assertThat(timeline.events())
                .allSatisfy(event -> assertThat(event.stage()).isLessThan(Runs.MOST_STAGES));
        assertThat(timeline.recorded()).isEqualTo(timeline.events().size() + timeline.forgotten());
    }

    @Test
    void ofManyStagesThatRunTheOldestIsNotRecordedAnyMore() {
        TestSubscriber<Integer> first = TestSubscriber.create();
        Weir.range(1, 3)
                .via(take(3).named("first").probe(recorder.chain("first")))
                .subscribe(first);
        for (int i = 0; i < Runs.MOST_STAGES; i++) {
            Weir.range(1, 3).via(take(3).probe(recorder.chain("c" + i))).subscribe(TestSubscriber.create());
        }
        long before = recorder.timeline().recorded();
        first.request(3);

        assertThat(first.items()).containsExactly(1, 2, 3);
        assertThat(recorder.timeline().recorded()).isEqualTo(before);
        assertThat(recorder.timeline().stages())
                .hasSize(Runs.MOST_STAGES)
                .noneMatch(stage -> stage.name().equals("first"));
    }
}
