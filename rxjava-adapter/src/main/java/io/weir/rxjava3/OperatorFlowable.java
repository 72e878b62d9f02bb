package io.weir.rxjava3;

import io.reactivex.rxjava3.core.Flowable;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** An operator behind a flowable. */
final class OperatorFlowable<T, R> extends Flowable<R> {
    private final Object operator;
    private final Publisher<R> stage;

    OperatorFlowable(Flowable<T> source, Object operator, Function<Publisher<T>, Publisher<R>> apply) {
        this.operator = operator;
        this.stage = apply.apply(source);
    }

    @Override
    protected void subscribeActual(Subscriber<? super R> actual) {
        stage.subscribe(new Bridge.FromStage<>(actual));
    }

    @Override
    public String toString() {
        return operator.toString();
    }
}
