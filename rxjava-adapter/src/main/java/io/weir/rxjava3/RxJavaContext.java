package io.weir.rxjava3;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.operators.ScalarSupplier;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.weir.DropReason;
import io.weir.spi.StageContext;
import io.weir.spi.Timer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** What stages tell RxJava, and ask of it. */
enum RxJavaContext implements StageContext {
    INSTANCE;

    private static final Timer COMPUTATION = RxJavaAdapter.timer(Schedulers::computation);

    /** RxJava has nobody to tell. */
    @Override
    public void dropped(Object item, DropReason reason) {}

    @Override
    public void lateError(Throwable error) {
        RxJavaPlugins.onError(error);
    }

    @Override
    public <T> void subscribe(Publisher<? extends T> publisher, Subscriber<T> subscriber) {
        publisher.subscribe(publisher instanceof Flowable ? new Bridge.ToStage<>(subscriber) : subscriber);
    }

    @Override
    @SuppressWarnings("unchecked") // publishers only produce
    public <T> @Nullable T onlyItemOf(Publisher<? extends T> publisher) {
        return publisher instanceof ScalarSupplier<?> ready ? (T) ready.get() : null;
    }

    @Override
    public Timer timer() {
        return COMPUTATION;
    }
}
