package io.weir.reactor;

import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import io.weir.spi.StageMember;
import io.weir.spi.StageState;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Passes signals on between Reactor and a stage. Each direction has an {@code onNext} of its own, so that the JVM sees one
 * kind of receiver in it.
 */
abstract class Bridge<T> implements CoreSubscriber<T>, Scannable, StageContextCarrier {
    protected final Subscriber<? super T> receiver;
    protected @Nullable Subscription above;
    private final ReactorContext context;

    private Bridge(Subscriber<? super T> receiver, ReactorContext context) {
        this.receiver = receiver;
        this.context = context;
    }

    @Override
    public final void onError(Throwable error) {
        receiver.onError(error);
    }

    @Override
    public final void onComplete() {
        receiver.onComplete();
    }

    @Override
    public final Context currentContext() {
        return context.context();
    }

    @Override
    public final StageContext stageContext() {
        return context;
    }

    /** Subscribes a stage to a publisher of Reactor's: to the source, or to an inner stream. */
    static final class ToStage<T> extends Bridge<T> {
        ToStage(Subscriber<T> subscriber, ReactorContext context) {
            super(subscriber, context);
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            above = above == null ? subscription : above;
            receiver.onSubscribe(subscription);
        }

        @Override
        public void onNext(T item) {
            receiver.onNext(item);
        }

        /** For the source this is the stage; for an inner stream it is a step of its own, with the stage behind it. */
        @Override
        @SuppressWarnings("rawtypes") // as Reactor declares it
        public @Nullable Object scanUnsafe(Attr key) {
            if (key == Attr.PARENT) return above;
            return isInner() ? (key == Attr.ACTUAL ? stage() : null) : stage().scanUnsafe(key);
        }

        @Override
        public String stepName() {
            return isInner() ? "inner" : stage().stepName();
        }

        private boolean isInner() {
            return !(receiver instanceof StageState);
        }

        private Scannable stage() {
            return Scannable.from(
                    receiver instanceof StageMember member ? member.stage().consumer() : null);
        }
    }

    /** Subscribes Reactor to a stage, and is the stage as far as Reactor can see: composed stages are one. */
    @SuppressWarnings("NullAway") // nobody requests or cancels before onSubscribe
    static final class FromStage<T> extends Bridge<T> implements Subscription {
        private final String step;

        FromStage(CoreSubscriber<? super T> subscriber, String step, @Nullable Flux<?> source) {
            super(subscriber, new ReactorContext(subscriber.currentContext(), source));
            this.step = step;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            if (Operators.validate(above, subscription)) {
                above = subscription;
                receiver.onSubscribe(this);
            }
        }

        @Override
        public void onNext(T item) {
            receiver.onNext(item);
        }

        @Override
        public void request(long n) {
            above.request(n);
        }

        @Override
        public void cancel() {
            above.cancel();
        }

        @Override
        @SuppressWarnings("rawtypes") // as Reactor declares it
        public @Nullable Object scanUnsafe(Attr key) {
            if (key == Attr.ACTUAL) return receiver;
            if (key == Attr.RUN_STYLE) return Attr.RunStyle.SYNC;
            if (!(above instanceof StageState last)) return key == Attr.PARENT ? above : null;
            if (key == Attr.PARENT) return first(last).upstream();
            if (key == Attr.PREFETCH) return toInt(first(last).prefetch());
            if (key == Attr.REQUESTED_FROM_DOWNSTREAM) return last.demand();
            if (key == Attr.TERMINATED) return last.isTerminated();
            if (key == Attr.CANCELLED) return last.isCancelled();
            if (key == Attr.ERROR) return last.failure();
            if (key == Attr.BUFFERED) return toInt(sum(last, StageState::waiting));
            if (key == Attr.CAPACITY) return toInt(sum(last, StageState::capacity));
            return null;
        }

        private static StageState first(StageState last) {
            return last.upwards().reduce(last, (below, above) -> above);
        }

        private static long sum(StageState last, ToLongFunction<StageState> figure) {
            return last.upwards().mapToLong(figure).map(Bridge::toInt).sum();
        }

        @Override
        public String stepName() {
            return step;
        }
    }

    private static int toInt(long n) {
        return (int) Math.min(n, Integer.MAX_VALUE);
    }
}
