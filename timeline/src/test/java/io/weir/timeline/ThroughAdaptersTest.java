package io.weir.timeline;

import static io.weir.Operators.buffer;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.weir.reactor.ReactorAdapter;
import io.weir.rxjava3.RxJavaAdapter;
import io.weir.testkit.TestSubscriber;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** A recorder in a chain of Reactor's and of RxJava's own operators: what they ask for, and what crosses, at each boundary. */
class ThroughAdaptersTest {
    private final Recorder recorder = Recorder.create();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();

    @Test
    void aChainOfThreeStagesInAFluxShowsItsDemandAtEachBoundary() {
        Flux.range(1, 10)
                .transform(ReactorAdapter.via(recorder.boundary("flux", "range")))
                .transform(ReactorAdapter.via(
                        buffer(4).dropOldest().named("buffer").probe(recorder.chain("flux"))))
                .transform(ReactorAdapter.via(take(3).named("take").probe(recorder.chain("flux"))))
                .subscribe(subscriber);
        subscriber.request(2);
        subscriber.request(5);

        Timeline timeline = recorder.timeline();
        assertThat(Readable.chains(timeline)).containsExactly(entry("flux", List.of("range", "buffer", "take")));
        assertThat(requests("range", timeline)).containsExactly("unbounded");
        assertThat(requests("buffer", timeline)).containsExactly("2", "1");
        assertThat(requests("take", timeline)).containsExactly("2", "5");
        assertThat(items("range", "received", timeline))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(items("range", "emitted", timeline)).isEqualTo(items("buffer", "received", timeline));
        assertThat(items("buffer", "emitted", timeline))
                .containsExactly("7", "8", "9")
                .isEqualTo(items("take", "received", timeline))
                .isEqualTo(items("take", "emitted", timeline));
        assertThat(items("buffer", "dropped", timeline))
                .containsExactly(
                        "1 BUFFER_FULL",
                        "2 BUFFER_FULL",
                        "3 BUFFER_FULL",
                        "4 BUFFER_FULL",
                        "5 BUFFER_FULL",
                        "6 BUFFER_FULL",
                        "10 CANCELLED");
        assertThat(Readable.eventsOf("buffer", timeline)).contains("waiting 4 of 4", "cancelled");
        assertThat(Readable.eventsOf("take", timeline)).startsWith("subscribed").endsWith("completed");
        assertThat(timeline.stages().get(0).totals().pauses()).isZero();
    }

    @Test
    void theRequestsOfReactorsOwnOperatorsAreSeen() {
        Flux.range(1, 1_000)
                .transform(ReactorAdapter.via(recorder.boundary("flux", "above publishOn")))
                .publishOn(Schedulers.immediate())
                .transform(ReactorAdapter.via(recorder.boundary("flux", "above limitRate")))
                .limitRate(10)
                .transform(ReactorAdapter.via(recorder.boundary("flux", "below")))
                .subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);

        Timeline timeline = recorder.timeline();
        assertThat(Readable.chains(timeline))
                .containsExactly(entry("flux", List.of("above publishOn", "above limitRate", "below")));
        assertThat(requests("above publishOn", timeline))
                .startsWith("256", "192", "192")
                .hasSize(5);
        assertThat(requests("above limitRate", timeline))
                .startsWith("10", "8", "8")
                .hasSize(125);
        assertThat(requests("below", timeline)).containsExactly("unbounded");
        assertThat(timeline.stages()).allSatisfy(stage -> {
            assertThat(stage.totals().received()).isEqualTo(1_000);
            assertThat(stage.totals().emitted()).isEqualTo(1_000);
        });
    }

    @Test
    void aStageAboveSubscribeOnBelongsToTheChainToo() {
        Flux.range(1, 3)
                .transform(ReactorAdapter.via(recorder.boundary("flux", "above")))
                .subscribeOn(Schedulers.single())
                .transform(ReactorAdapter.via(recorder.boundary("flux", "below")))
                .blockLast();
        Flux.range(1, 3)
                .transform(ReactorAdapter.via(recorder.boundary("flux", "above")))
                .subscribeOn(Schedulers.single())
                .transform(ReactorAdapter.via(recorder.boundary("flux", "below")))
                .blockLast();

        assertThat(Readable.chains(recorder.timeline()))
                .containsOnly(entry("flux", List.of("above", "below")), entry("flux (2)", List.of("above", "below")));
    }

    @Test
    void theRequestsOfRxJavasOwnOperatorsAreSeen() {
        TestScheduler scheduler = new TestScheduler();
        Flowable.range(1, 300)
                .compose(RxJavaAdapter.via(recorder.boundary("flowable", "above observeOn")))
                .observeOn(scheduler)
                .compose(RxJavaAdapter.via(recorder.boundary("flowable", "below")))
                .subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        scheduler.triggerActions();

        Timeline timeline = recorder.timeline();
        assertThat(subscriber.items()).hasSize(300);
        assertThat(Readable.chains(timeline)).containsExactly(entry("flowable", List.of("above observeOn", "below")));
        assertThat(requests("above observeOn", timeline)).startsWith("128", "96", "96");
        assertThat(requests("below", timeline)).containsExactly("unbounded");
    }

    private static List<String> requests(String stage, Timeline timeline) {
        return items(stage, "requested", timeline);
    }

    private static List<String> items(String stage, String kind, Timeline timeline) {
        return Readable.eventsOf(stage, timeline).stream()
                .filter(event -> event.startsWith(kind + " "))
                .map(event -> event.substring(kind.length() + 1))
                .toList();
    }
}
