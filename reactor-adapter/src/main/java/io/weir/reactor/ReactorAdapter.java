package io.weir.reactor;

import static java.util.Objects.requireNonNull;

import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.spi.Timer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/**
 * Puts operators into a {@link Flux}, and pieces of Reactor into a plain pipeline: {@code
 * flux.transform(ReactorAdapter.via(buffer(8)))}.
 *
 * <p>What goes through keeps the {@code Context}, for inner streams as well; {@code doOnDiscard}; {@code onErrorContinue}, except
 * in {@code switchMap}; the hooks for what comes after the end; scanning, names, tags and checkpoints. Timed operators run on
 * {@code Schedulers.parallel()}, looked up when they are subscribed to, so that virtual time drives them.
 */
public final class ReactorAdapter {
    private ReactorAdapter() {}

    /**
     * The operator for {@link Flux#transform}.
     *
     * @param <T> the items
     * @param operator the operator
     * @return a function that puts the operator behind a flux
     */
    public static <T> Function<Flux<T>, Flux<T>> via(IdentityOperator operator) {
        requireNonNull(operator, "operator must not be null");
        return source -> new OperatorFlux<>(Flux.from(source), operator, operator::apply);
    }

    /**
     * The operator for {@link Flux#transform}.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param operator the operator
     * @return a function that puts the operator behind a flux
     */
    public static <T, R> Function<Flux<T>, Flux<R>> via(Operator<T, R> operator) {
        requireNonNull(operator, "operator must not be null");
        return source -> new OperatorFlux<>(Flux.from(source), operator, operator);
    }

    /**
     * A piece of Reactor as an operator for a plain pipeline. What it drops and holds is Reactor's affair: nothing bounds
     * what may wait in it as far as this library can see.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param piece makes one stream of another
     * @return the operator
     */
    public static <T, R> Operator<T, R> operator(Function<Flux<T>, ? extends Publisher<R>> piece) {
        return new Piece<>(requireNonNull(piece, "piece must not be null"));
    }

    /**
     * A timer that runs on a scheduler, for operators outside of Reactor, or those within that are to run on another
     * scheduler than {@code Schedulers.parallel()}.
     *
     * @param scheduler looks the scheduler up, each time that a timed stage is subscribed to
     * @return the timer
     */
    public static Timer timer(Supplier<? extends Scheduler> scheduler) {
        requireNonNull(scheduler, "scheduler must not be null");
        return Timer.deferred(() -> new SchedulerTimer(scheduler.get()));
    }

    private record Piece<T, R>(Function<Flux<T>, ? extends Publisher<R>> piece) implements Operator<T, R> {
        @Override
        public Publisher<R> apply(Publisher<T> source) {
            requireNonNull(source, "source must not be null");
            Publisher<R> made = piece.apply(Flux.from(subscriber ->
                    source.subscribe(new Bridge.FromStage<>(Operators.toCoreSubscriber(subscriber), "source"))));
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
