package io.weir.rxjava3;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.annotations.BackpressureKind;
import io.reactivex.rxjava3.annotations.BackpressureSupport;
import io.reactivex.rxjava3.annotations.CheckReturnValue;
import io.reactivex.rxjava3.annotations.NonNull;
import io.reactivex.rxjava3.annotations.SchedulerSupport;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableTransformer;
import io.reactivex.rxjava3.core.Scheduler;
import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.spi.Timer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/**
 * Puts operators into a {@link Flowable}, and pieces of RxJava into a plain pipeline: {@code
 * flowable.compose(RxJavaAdapter.via(buffer(8)))}.
 *
 * <p>Neither side wraps the other in a strict subscriber, inner streams included. Errors that come after the end go to
 * {@code RxJavaPlugins.onError}; assembly hooks see the operator. Timed operators run on {@code Schedulers.computation()},
 * looked up when they are subscribed to.
 */
public final class RxJavaAdapter {
    private RxJavaAdapter() {}

    /**
     * The operator for {@link Flowable#compose}. What is requested is always honoured; what upstream is asked for, the
     * operator says.
     *
     * @param <T> the items
     * @param operator the operator
     * @return what puts the operator behind a flowable
     */
    @CheckReturnValue
    @NonNull
    @BackpressureSupport(BackpressureKind.SPECIAL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static <T> FlowableTransformer<T, T> via(IdentityOperator operator) {
        requireNonNull(operator, "operator must not be null");
        return source -> new OperatorFlowable<>(source, operator, operator::apply);
    }

    /**
     * The operator for {@link Flowable#compose}. What is requested is always honoured; what upstream is asked for, the
     * operator says.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param operator the operator
     * @return what puts the operator behind a flowable
     */
    @CheckReturnValue
    @NonNull
    @BackpressureSupport(BackpressureKind.SPECIAL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static <T, R> FlowableTransformer<T, R> via(Operator<T, R> operator) {
        requireNonNull(operator, "operator must not be null");
        return source -> new OperatorFlowable<>(source, operator, operator);
    }

    /**
     * A piece of RxJava as an operator for a plain pipeline. What it drops and holds is RxJava's affair: nothing bounds what
     * may wait in it as far as this library can see.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param piece makes one stream of another
     * @return the operator
     */
    @CheckReturnValue
    @NonNull
    @BackpressureSupport(BackpressureKind.SPECIAL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static <T, R> Operator<T, R> operator(Function<Flowable<T>, ? extends Publisher<R>> piece) {
        return new Piece<>(requireNonNull(piece, "piece must not be null"));
    }

    /**
     * A timer that runs on a scheduler, for operators outside of RxJava, or those within that are to run on another scheduler
     * than {@code Schedulers.computation()}.
     *
     * @param scheduler looks the scheduler up, each time that a timed stage is subscribed to
     * @return the timer
     */
    @CheckReturnValue
    @NonNull
    @SchedulerSupport(SchedulerSupport.CUSTOM)
    public static Timer timer(Supplier<? extends Scheduler> scheduler) {
        requireNonNull(scheduler, "scheduler must not be null");
        return Timer.deferred(() -> new SchedulerTimer(scheduler.get()));
    }

    private record Piece<T, R>(Function<Flowable<T>, ? extends Publisher<R>> piece) implements Operator<T, R> {
        @Override
        public Publisher<R> apply(Publisher<T> source) {
            requireNonNull(source, "source must not be null");
            Publisher<R> made = piece.apply(
                    Flowable.fromPublisher(subscriber -> source.subscribe(new Bridge.FromStage<>(subscriber))));
            return requireNonNull(made, "what the piece returned must not be null");
        }

        @Override
        public long mostWaiting() {
            return Long.MAX_VALUE;
        }

        @Override
        public String toString() {
            return "operator(piece)";
        }
    }
}
