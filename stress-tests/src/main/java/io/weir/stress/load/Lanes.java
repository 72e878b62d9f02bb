package io.weir.stress.load;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static io.weir.Operators.take;
import static io.weir.flatten.FlattenOptions.defaults;

import io.reactivex.rxjava3.core.Flowable;
import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.reactor.ReactorAdapter;
import io.weir.rxjava3.RxJavaAdapter;
import io.weir.spi.StageSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** All operators: by themselves, in Reactor and in RxJava. */
public final class Lanes {
    private static final Map<String, BiFunction<Stay, StageSettings, IdentityOperator>> SAME_TYPE =
            new TreeMap<>(Map.of(
                    "buffer", (stay, settings) -> buffer(16).with(settings),
                    "buffer of 1, dropOldest",
                            (stay, settings) -> buffer(1).dropOldest().with(settings),
                    "buffer, dropOldest",
                            (stay, settings) -> buffer(16).dropOldest().with(settings),
                    "buffer, dropNewest",
                            (stay, settings) -> buffer(16).dropNewest().with(settings),
                    "drop", (stay, settings) -> drop().with(settings),
                    "latest", (stay, settings) -> latest().with(settings),
                    "sample", (stay, settings) -> sample(stay.sampler()).with(settings),
                    "sample, by the clock",
                            (stay, settings) -> sample(Duration.ofMillis(2))
                                    .timer(stay.timer())
                                    .with(settings),
                    "take", (stay, settings) -> take(1_000).with(settings)));

    private static final Map<String, BiFunction<Stay, StageSettings, Operator<Object, Object>>> OTHER_TYPE =
            new TreeMap<>(Map.of(
                    "concatMap", (stay, settings) -> concatMap(defaults().with(settings), stay::innerOf),
                    "concatMap, prefetch",
                            (stay, settings) -> concatMap(defaults().prefetch(8).with(settings), stay::innerOf),
                    "mergeMap",
                            (stay, settings) -> mergeMap(
                                    defaults().concurrency(4).prefetch(8).with(settings), stay::innerOf),
                    "switchMap", (stay, settings) -> switchMap(defaults().with(settings), stay::innerOf)));

    private Lanes() {}

    /** Those of this library alone. */
    public static List<Lane> plain() {
        List<Lane> lanes = lanes(
                "",
                stay -> StageSettings.NONE,
                (stay, operator) -> operator.apply(stay.upstream()),
                (stay, operator) -> operator.apply(stay.upstream()));
        lanes.add(new Lane("map", stay -> map((Object item) -> item).apply(stay.upstream())));
        lanes.add(new Lane(
                "filter",
                stay -> filter((Object item) -> item.hashCode() % 2 == 0).apply(stay.upstream())));
        lanes.add(new Lane(
                "latest, map, take",
                stay -> latest().andThen(map((Object item) -> item))
                        .andThen(take(1_000))
                        .apply(stay.upstream())));
        return lanes;
    }

    private static List<Lane> inReactor() {
        return lanes(
                " in Reactor",
                Lanes::toldTo,
                (stay, operator) -> Flux.from(stay.upstream()).transform(ReactorAdapter.via(operator)),
                (stay, operator) -> Flux.from(stay.upstream()).transform(ReactorAdapter.via(operator)));
    }

    private static List<Lane> inRxJava() {
        return lanes(
                " in RxJava",
                Lanes::toldTo,
                (stay, operator) -> Flowable.fromPublisher(stay.upstream()).compose(RxJavaAdapter.via(operator)),
                (stay, operator) -> Flowable.fromPublisher(stay.upstream()).compose(RxJavaAdapter.via(operator)));
    }

    /** A lane for each operator; the two ways to place one are the same but for the kind of operator. */
    private static List<Lane> lanes(
            String where,
            Function<Stay, StageSettings> settings,
            BiFunction<Stay, IdentityOperator, Publisher<Object>> same,
            BiFunction<Stay, Operator<Object, Object>, Publisher<Object>> other) {
        List<Lane> lanes = new ArrayList<>();
        SAME_TYPE.forEach((name, operator) -> lanes.add(new Lane(
                name + where, stay -> same.apply(stay, operator.apply(stay, settings.apply(stay))))));
        OTHER_TYPE.forEach((name, operator) -> lanes.add(new Lane(
                name + where, stay -> other.apply(stay, operator.apply(stay, settings.apply(stay))))));
        return lanes;
    }

    public static List<Lane> all() {
        List<Lane> lanes = new ArrayList<>(plain());
        lanes.addAll(inReactor());
        lanes.addAll(inRxJava());
        return lanes;
    }

    /** Inside a peer the context is the peer's, so the drops are told to a callback. */
    private static StageSettings toldTo(Stay stay) {
        return StageSettings.NONE.onDropped(stay::dropped);
    }
}
