package io.weir.reactor;

import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import io.weir.spi.StageMember;
import io.weir.spi.StageState;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Passes signals on between Reactor and a stage. Each direction has an {@code onNext} of its own, so that the JVM sees one
 * kind of receiver in it.
 */
@SuppressWarnings("rawtypes") // as Reactor declares attributes
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
        public @Nullable Object scanUnsafe(Attr key) {
            if (key == Attr.PARENT) return above;
            if (receiver instanceof StageState) return stage().scanUnsafe(key);
            return key == Attr.ACTUAL ? stage() : null;
        }

        @Override
        public String stepName() {
            return receiver instanceof StageState ? stage().stepName() : "inner";
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

        FromStage(CoreSubscriber<? super T> subscriber, String step) {
            super(subscriber, new ReactorContext(subscriber.currentContext()));
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
        public @Nullable Object scanUnsafe(Attr key) {
            if (key == Attr.ACTUAL) return receiver;
            if (key == Attr.RUN_STYLE) return Attr.RunStyle.SYNC;
            if (!(above instanceof StageState last)) return key == Attr.PARENT ? above : null;
            StageState stage = last.composed();
            if (key == Attr.PARENT) return stage.upstream();
            if (key == Attr.PREFETCH) return toInt(stage.prefetch());
            if (key == Attr.REQUESTED_FROM_DOWNSTREAM) return stage.demand();
            if (key == Attr.TERMINATED) return stage.isTerminated();
            if (key == Attr.CANCELLED) return stage.isCancelled();
            if (key == Attr.ERROR) return stage.failure();
            if (key == Attr.BUFFERED) return toInt(stage.waiting());
            if (key == Attr.CAPACITY) return toInt(stage.capacity());
            return null;
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
