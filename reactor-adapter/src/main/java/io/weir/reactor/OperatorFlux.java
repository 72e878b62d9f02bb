package io.weir.reactor;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/** An operator behind a flux that {@code Flux.from} has seen, which makes it restore thread locals if it has to. */
final class OperatorFlux<T, R> extends FluxOperator<T, R> {
    private final Object operator;
    private final Publisher<R> stage;

    OperatorFlux(Flux<T> source, Object operator, Function<Publisher<T>, Publisher<R>> apply) {
        super(source);
        this.operator = operator;
        this.stage = apply.apply(source);
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        stage.subscribe(new Bridge.FromStage<>(actual, stepName()));
    }

    @Override
    @SuppressWarnings("rawtypes") // as Reactor declares it
    public @Nullable Object scanUnsafe(Attr key) {
        return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : super.scanUnsafe(key);
    }

    @Override
    public String stepName() {
        return operator.toString();
    }
}
