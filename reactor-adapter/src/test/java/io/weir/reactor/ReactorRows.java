package io.weir.reactor;

import static io.weir.Operators.buffer;
import static io.weir.Operators.latest;
import static io.weir.reactor.ReactorAdapter.via;
import static reactor.core.publisher.BufferOverflowStrategy.DROP_LATEST;
import static reactor.core.publisher.BufferOverflowStrategy.DROP_OLDEST;

import io.weir.testkit.differential.Difference;
import io.weir.testkit.differential.Predictions;
import io.weir.testkit.differential.Row;
import io.weir.testkit.differential.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;

final class ReactorRows {
    private static final Difference ERROR_AT_ONCE = Difference.foretelling(
            "error at once",
            "Reactor signals an error of the source at once, and what waits is lost. Here what was accepted is delivered first.",
            Predictions.sourceErrorAtOnce());

    private ReactorRows() {}

    static List<Row> all() {
        return List.of(
                plain(
                        "onBackpressureBuffer(3)",
                        flux -> flux.onBackpressureBuffer(3),
                        "buffer(3)",
                        () -> via(buffer(3))),
                plain(
                                "onBackpressureBuffer(3, DROP_OLDEST)",
                                flux -> flux.onBackpressureBuffer(3, DROP_OLDEST),
                                "buffer(3).dropOldest()",
                                () -> via(buffer(3).dropOldest()))
                        .differingIn(ERROR_AT_ONCE),
                plain(
                                "onBackpressureBuffer(3, DROP_LATEST)",
                                flux -> flux.onBackpressureBuffer(3, DROP_LATEST),
                                "buffer(3).dropNewest()",
                                () -> via(buffer(3).dropNewest()))
                        .differingIn(ERROR_AT_ONCE),
                plain("onBackpressureLatest()", flux -> flux.onBackpressureLatest(), "latest()", () -> via(latest()))
                        .differingIn(ERROR_AT_ONCE));
    }

    private static Row plain(
            String call,
            UnaryOperator<Flux<Integer>> theirs,
            String replacement,
            Supplier<Function<Flux<Integer>, Flux<Integer>>> ours) {
        return new Row(
                call,
                bench -> theirs.apply(Flux.from(bench.source())),
                replacement,
                bench -> Flux.from(bench.source()).transform(ours.get()),
                Shape.PLAIN,
                List.of());
    }
}
