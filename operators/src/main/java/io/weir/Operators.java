package io.weir;

import io.weir.flatten.ConcatMapOperator;
import io.weir.flatten.FlattenOptions;
import io.weir.flatten.MergeMapOperator;
import io.weir.flatten.SwitchMapOperator;
import io.weir.overflow.BufferOperator;
import io.weir.overflow.DropOperator;
import io.weir.overflow.LatestOperator;
import io.weir.spi.StageSettings;
import io.weir.timing.SampleOperator;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;

/**
 * The operators, to be imported statically: {@code import static io.weir.Operators.*;}
 *
 * <p>What holds for all of them: demand is honoured, whatever the source does (§1.1); a request that is not positive ends
 * the stream with an {@link IllegalArgumentException} (§3.9); a function that throws ends it with what it threw, and one that
 * returns null with a {@link NullPointerException}; a {@link VirtualMachineError} or {@link LinkageError} is rethrown instead,
 * the stage is cancelled, and the subscriber is told nothing; a cancelled stream reports what waits as {@link
 * DropReason#CANCELLED}; an error that comes too late goes to the subscriber's {@link io.weir.spi.StageContext}, or else to
 * the thread's uncaught-exception handler.
 */
public final class Operators {
    private Operators() {}

    /**
     * Lets items wait until they are asked for. Fails when full unless told otherwise.
     *
     * @param capacity how many items may wait, at least 1
     * @return the operator
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static BufferOperator buffer(int capacity) {
        return BufferOperator.of(capacity);
    }

    /**
     * Drops an item that nobody has asked for.
     *
     * @return the operator
     */
    public static DropOperator drop() {
        return DropOperator.create();
    }

    /**
     * Keeps the newest item until it is asked for.
     *
     * @return the operator
     */
    public static LatestOperator latest() {
        return LatestOperator.create();
    }

    /**
     * Lets through the newest item of each period.
     *
     * @param period how long each period is; longer than zero
     * @return the operator
     * @throws IllegalArgumentException if the period is zero or negative
     */
    public static SampleOperator sample(Duration period) {
        return SampleOperator.every(period);
    }

    /**
     * Lets through the newest item whenever another publisher sends one.
     *
     * @param sampler ends a period with each of its items
     * @return the operator
     */
    public static SampleOperator sample(Publisher<?> sampler) {
        return SampleOperator.by(sampler);
    }

    /**
     * Turns each item into a stream and passes these on one after the other.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param mapper makes a stream of each item
     * @return the operator
     */
    public static <T, R> Operator<T, R> concatMap(Function<? super T, ? extends Publisher<? extends R>> mapper) {
        return concatMap(FlattenOptions.defaults(), mapper);
    }

    /**
     * Turns each item into a stream and passes these on one after the other.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param options prefetch, delayed errors and the settings of the stage
     * @param mapper makes a stream of each item
     * @return the operator
     * @throws IllegalArgumentException if the options have a concurrency of more than 1
     */
    public static <T, R> Operator<T, R> concatMap(
            FlattenOptions options, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        return ConcatMapOperator.of(options, mapper);
    }

    /**
     * Turns each item into a stream and passes several of these on at once.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param concurrency how many streams may run at once, at least 1
     * @param mapper makes a stream of each item
     * @return the operator
     * @throws IllegalArgumentException if the concurrency is less than 1
     */
    public static <T, R> Operator<T, R> mergeMap(
            int concurrency, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        return mergeMap(FlattenOptions.defaults().concurrency(concurrency), mapper);
    }

    /**
     * Turns each item into a stream and passes several of these on at once.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param options concurrency (which must be given), prefetch, delayed errors and the settings of the stage
     * @param mapper makes a stream of each item
     * @return the operator
     * @throws IllegalArgumentException if the options have no concurrency
     */
    public static <T, R> Operator<T, R> mergeMap(
            FlattenOptions options, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        return MergeMapOperator.of(options, mapper);
    }

    /**
     * Turns each item into a stream and passes on the newest of these only.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param mapper makes a stream of each item
     * @return the operator
     */
    public static <T, R> Operator<T, R> switchMap(Function<? super T, ? extends Publisher<? extends R>> mapper) {
        return switchMap(FlattenOptions.defaults(), mapper);
    }

    /**
     * Turns each item into a stream and passes on the newest of these only.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param options delayed errors and the settings of the stage
     * @param mapper makes a stream of each item
     * @return the operator
     * @throws IllegalArgumentException if the options have a prefetch, or a concurrency of more than 1
     */
    public static <T, R> Operator<T, R> switchMap(
            FlattenOptions options, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        return SwitchMapOperator.of(options, mapper);
    }

    /**
     * Passes on what a function makes of each item.
     *
     * <p><b>Demand:</b> asks upstream for exactly what is requested.
     *
     * <p><b>Overflow:</b> nothing ever waits.
     *
     * <p><b>Errors:</b> what the mapper throws cancels upstream and comes at once.
     *
     * <p><b>Drops:</b> {@link DropReason#FAILED} for an item that the mapper failed on, {@link DropReason#NO_DEMAND} for one
     * that upstream sends without demand (against §1.1). When the stream is cancelled while the mapper works, what it then
     * returns is dropped as {@link DropReason#CANCELLED}, and not the item.
     *
     * <p><b>Threads:</b> none of its own. Everything runs on upstream's thread, but the error of an invalid request, which may
     * come on the one that made it.
     *
     * @param <T> the items that come in
     * @param <R> the items that go out
     * @param mapper makes one item of another
     * @return the operator
     */
    public static <T, R> Operator<T, R> map(Function<? super T, ? extends R> mapper) {
        return new MapOperator<>(mapper);
    }

    /**
     * Passes on the items that a predicate accepts.
     *
     * <p><b>Demand:</b> asks upstream for what is requested, and for one more for each item rejected.
     *
     * <p><b>Overflow:</b> nothing ever waits.
     *
     * <p><b>Errors:</b> what the predicate throws cancels upstream and comes at once.
     *
     * <p><b>Drops:</b> {@link DropReason#FILTERED} for an item rejected, {@link DropReason#FAILED} for one that the predicate
     * failed on, {@link DropReason#NO_DEMAND} for one that upstream sends without demand (against §1.1).
     *
     * <p><b>Threads:</b> none of its own. Everything runs on upstream's thread, but the error of an invalid request, which may
     * come on the one that made it.
     *
     * @param <T> the items
     * @param predicate says which items go on
     * @return the operator
     */
    public static <T> Operator<T, T> filter(Predicate<? super T> predicate) {
        return new FilterOperator<>(predicate);
    }

    /**
     * Lets the first items through, then completes.
     *
     * @param n how many items, at least 0
     * @return the operator
     * @throws IllegalArgumentException if the number is negative
     */
    public static TakeOperator take(long n) {
        return new TakeOperator(n, StageSettings.NONE);
    }
}
