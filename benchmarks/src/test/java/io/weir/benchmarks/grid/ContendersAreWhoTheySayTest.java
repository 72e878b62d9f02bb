package io.weir.benchmarks.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.internal.subscribers.StrictSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.Flux;

/** The operators of the peers are those that a user would take, and only a plain subscriber is wrapped by them. */
class ContendersAreWhoTheySayTest {
    private static final Map<Work, List<String>> OPERATORS = Map.ofEntries(
            Map.entry(Work.DROP, List.of("FluxOnBackpressureDrop", "FlowableOnBackpressureDrop")),
            Map.entry(Work.BUFFER, List.of("FluxOnBackpressureBuffer", "FlowableOnBackpressureBuffer")),
            Map.entry(
                    Work.BUFFER_DROP_OLDEST,
                    List.of("FluxOnBackpressureBufferStrategy", "FlowableOnBackpressureBufferStrategy")),
            Map.entry(
                    Work.BUFFER_DROP_NEWEST,
                    List.of("FluxOnBackpressureBufferStrategy", "FlowableOnBackpressureBufferStrategy")),
            Map.entry(Work.LATEST, List.of("FluxOnBackpressureLatest", "FlowableOnBackpressureLatest")),
            Map.entry(Work.MAP, List.of("FluxMap", "FlowableMap")),
            Map.entry(Work.FILTER, List.of("FluxFilter", "FlowableFilter")),
            Map.entry(Work.TAKE, List.of("FluxLimitRequest", "FlowableTake")),
            Map.entry(Work.CONCAT_MAP, List.of("FluxConcatMapNoPrefetch", "FlowableConcatMap")),
            Map.entry(Work.MERGE_MAP, List.of("FluxFlatMap", "FlowableFlatMap")),
            Map.entry(Work.SWITCH_MAP, List.of("FluxSwitchMapNoPrefetch", "FlowableSwitchMap")));

    private final Blackhole blackhole = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
    private final List<Subscriber<?>> subscribers = new ArrayList<>();
    private final Publisher<Integer> source = subscriber -> {
        subscribers.add(subscriber);
        new NeutralSource(1).subscribe(subscriber);
    };

    @ParameterizedTest
    @EnumSource(Work.class)
    void eachPeerHasItsOwnOperator(Work work) {
        Flux<Integer> flux = work.reactor(Flux.from(source), item -> source);
        Flowable<Integer> flowable = work.rxjava(Flowable.fromPublisher(source), item -> source);
        assertThat(Stream.of(flux, flowable).map(piece -> piece.getClass().getSimpleName()))
                .containsExactlyElementsOf(OPERATORS.get(work));
    }

    @Test
    void reactorWrapsAPlainSubscriberAndNotItsOwn() {
        Flux<Integer> flux = Flux.from(source);
        assertThat(subscriberOf(Rounds.plain(flux, 1)).getClass().getSimpleName())
                .isEqualTo("StrictSubscriber");
        assertThat(subscriberOf(Rounds.ofReactor(flux, 1))).isInstanceOf(Sink.OfReactor.class);
    }

    @Test
    void rxJavaWrapsAPlainSubscriberAndNotItsOwn() {
        Flowable<Integer> flowable = Flowable.fromPublisher(source);
        assertThat(subscriberOf(Rounds.plain(flowable, 1))).isInstanceOf(StrictSubscriber.class);
        assertThat(subscriberOf(Rounds.ofRxJava(flowable, 1))).isInstanceOf(Sink.OfRxJava.class);
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void nobodyWrapsTheSubscriberOfOurs(Work work) {
        Publisher<Integer> ours = work.weir(new Work.Plain(source), item -> source);
        assertThat(subscriberOf(Rounds.plain(ours, 1)).getClass().getName()).startsWith("io.weir.");
    }

    /** Whom the source is given first. */
    private Subscriber<?> subscriberOf(Function<Blackhole, Sink> run) {
        subscribers.clear();
        Sink unused = run.apply(blackhole);
        return subscribers.get(0);
    }
}
