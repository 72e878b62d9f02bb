package io.weir.rxjava3;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Passes signals on between RxJava and a stage. RxJava need not be strict with it, since neither a stage nor RxJava's own
 * subscribers need it. Each direction has an {@code onNext} of its own, so that the JVM sees one kind of receiver in it.
 */
abstract class Bridge<T> implements FlowableSubscriber<T>, StageContextCarrier {
    final Subscriber<? super T> receiver;

    private Bridge(Subscriber<? super T> receiver) {
        this.receiver = receiver;
    }

    @Override
    public final void onSubscribe(Subscription subscription) {
        receiver.onSubscribe(subscription);
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
    public final StageContext stageContext() {
        return RxJavaContext.INSTANCE;
    }

    static final class ToStage<T> extends Bridge<T> {
        ToStage(Subscriber<T> stage) {
            super(stage);
        }

        @Override
        public void onNext(T item) {
            receiver.onNext(item);
        }
    }

    static final class FromStage<T> extends Bridge<T> {
        FromStage(Subscriber<? super T> subscriber) {
            super(subscriber);
        }

        @Override
        public void onNext(T item) {
            receiver.onNext(item);
        }
    }
}
