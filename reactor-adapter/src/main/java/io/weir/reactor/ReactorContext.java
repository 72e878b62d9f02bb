package io.weir.reactor;

import io.weir.DropReason;
import io.weir.spi.StageContext;
import io.weir.spi.Timer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/** What stages of one subscription tell Reactor, and ask of it; not the subscriber, so that a cancelled one can be forgotten. */
record ReactorContext(Context context) implements StageContext {
    private static final Timer PARALLEL = ReactorAdapter.timer(Schedulers::parallel);

    @Override
    public void dropped(Object item, DropReason reason) {
        if (reason == DropReason.AFTER_TERMINATION) {
            Operators.onNextDropped(item, context);
        } else {
            Operators.onDiscard(item, context);
        }
    }

    @Override
    public void lateError(Throwable error) {
        Operators.onErrorDropped(error, context);
    }

    @Override
    public @Nullable Throwable functionFailed(Object item, Throwable error) {
        return Operators.onNextError(item, error, context);
    }

    @Override
    public @Nullable Throwable innerFailed(Throwable error) {
        return Operators.onNextInnerError(error, context, null);
    }

    /** Hooks for the last operator of a chain are for inner streams, as they are in Reactor, and not for the source. */
    @Override
    @SuppressWarnings("unchecked") // publishers only produce
    public <T> void subscribe(Publisher<? extends T> publisher, Subscriber<T> subscriber) {
        if (!(publisher instanceof Flux<?>)) {
            subscribeInner(publisher, subscriber);
            return;
        }
        Bridge.ToStage<T> bridge = new Bridge.ToStage<>(subscriber, this);
        try {
            ((Flux<T>) publisher).subscribe(bridge);
        } catch (Throwable t) {
            Operators.reportThrowInSubscribe(bridge, t); // as Flux.subscribe does
        }
    }

    @Override
    public <T> void subscribeInner(Publisher<? extends T> publisher, Subscriber<T> subscriber) {
        Operators.toFluxOrMono(publisher).subscribe(new Bridge.ToStage<>(subscriber, this));
    }

    /** That of {@code just}: an error is a callable, too, but cannot be fused; and its supplier is not to be called twice. */
    @Override
    @SuppressWarnings("unchecked") // publishers only produce
    public <T> @Nullable T onlyItemOf(Publisher<? extends T> publisher) throws Exception {
        boolean just = publisher instanceof Fuseable && publisher instanceof Fuseable.ScalarCallable;
        return just ? ((Fuseable.ScalarCallable<T>) publisher).call() : null;
    }

    @Override
    public Timer timer() {
        return PARALLEL;
    }
}
