package io.weir;

import static io.weir.internal.Require.atLeastOne;
import static io.weir.internal.Require.notNull;

import io.weir.internal.Chain;
import io.weir.internal.Consumption;
import io.weir.internal.InsideWeir;
import io.weir.internal.Sources;
import io.weir.internal.Stage;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * A publisher with a fluent face, for those who use neither Reactor nor RxJava. It carries the operators and does not
 * repeat them.
 *
 * <pre>{@code
 * Weir.lines(System.in)
 *     .via(buffer(1024).dropOldest())
 *     .via(map(Request::parse))
 *     .via(mergeMap(8, this::resolve))
 *     .forEach(System.out::println)
 *     .toCompletableFuture()
 *     .join();
 * }</pre>
 *
 * <p>Nothing happens until somebody subscribes. A value of this class is immutable and can be subscribed to as often as
 * its source can.
 *
 * @param <T> the items
 */
public abstract sealed class Weir<T> implements Publisher<T> {
    static {
        InsideWeir.accessBy(new InsideWeir() {
            @Override
            protected <T> @Nullable T onlyItem(Weir<T> weir) {
                return weir instanceof Just<T> just ? just.item : null;
            }

            @Override
            protected <T> Publisher<T> publisher(Weir<T> weir) {
                return weir.publisher();
            }
        });
    }

    private Weir() {}

    abstract Publisher<T> publisher();

    abstract Chain chain();

    // -------------------------------------------------------------------------------------------------- sources

    /**
     * The items of any publisher.
     *
     * @param <T> the items
     * @param publisher the publisher
     * @return its items
     */
    public static <T> Weir<T> from(Publisher<T> publisher) {
        if (notNull("publisher", publisher) instanceof Weir<T> weir) {
            return weir;
        }
        return new Piped<>(publisher, Chain.from("from", publisher));
    }

    /**
     * The items of a {@link java.util.concurrent.Flow} publisher.
     *
     * @param <T> the items
     * @param publisher the publisher
     * @return its items
     */
    public static <T> Weir<T> fromFlow(Flow.Publisher<T> publisher) {
        notNull("publisher", publisher);
        return new Piped<>(FlowAdapters.toPublisher(publisher), Chain.from("fromFlow", publisher));
    }

    /**
     * The items of an iterable, from a new iterator for each subscriber.
     *
     * <p><b>Demand:</b> an item is taken from the iterator when it is requested; only {@code hasNext} is called ahead, so
     * that completion comes right after the last item.
     *
     * <p><b>Errors:</b> what the iterator throws; a {@link NullPointerException} for a null item.
     *
     * <p><b>Threads:</b> the iterator runs on the thread that requests.
     *
     * @param <T> the items
     * @param items the iterable
     * @return its items
     */
    public static <T> Weir<T> fromIterable(Iterable<? extends T> items) {
        return new Piped<>(Sources.iterable(items));
    }

    /**
     * One item. As an inner stream of {@code concatMap}, {@code mergeMap} or {@code switchMap} it costs no subscription
     * where it is demanded.
     *
     * <p><b>Threads:</b> it is sent on the thread that requests.
     *
     * @param <T> the item
     * @param item the item
     * @return the item
     */
    public static <T> Weir<T> just(T item) {
        return new Just<>(notNull("item", item));
    }

    /**
     * Consecutive numbers.
     *
     * <p><b>Threads:</b> they are sent on the thread that requests.
     *
     * @param start the first number
     * @param count how many, at least 0
     * @return the numbers
     * @throws IllegalArgumentException if the count is negative, or the last number would not fit an {@code int}
     */
    public static Weir<Integer> range(int start, int count) {
        return new Piped<>(Sources.range(start, count));
    }

    /**
     * The lines of a file in UTF-8, without their ends ({@code \n} or {@code \r\n}).
     *
     * <p><b>Demand:</b> the file is opened when the first line is requested and read only as far as requested, in blocks of
     * 8192 bytes. Memory holds a block and the longest line.
     *
     * <p><b>Errors:</b> an {@link java.io.IOException} that says which line of which file could not be read or is malformed.
     * The file is closed at the end, on an error and on cancellation.
     *
     * <p><b>Threads:</b> the file is read on the thread that requests, which waits for the disk.
     *
     * @param file the file
     * @return its lines
     */
    public static Weir<String> lines(Path file) {
        return new Piped<>(Sources.lines(file));
    }

    /**
     * The lines of a stream in UTF-8, without their ends ({@code \n} or {@code \r\n}), for one subscriber. The stream
     * belongs to the caller and is not closed.
     *
     * <p><b>Demand:</b> the stream is read only as far as requested, in blocks of up to 8192 bytes.
     *
     * <p><b>Errors:</b> an {@link java.io.IOException} that says which line could not be read or is malformed; an {@link
     * IllegalStateException} for a second subscriber.
     *
     * <p><b>Threads:</b> the stream is read on the thread that requests, which waits for it.
     *
     * @param input the stream
     * @return its lines
     */
    public static Weir<String> lines(InputStream input) {
        return new Piped<>(Sources.lines(input));
    }

    // ------------------------------------------------------------------------------------------------ operators

    /**
     * Puts an operator that changes the type behind what there is.
     *
     * @param <R> the items that go out
     * @param operator the operator
     * @return the items that it gives
     */
    public <R> Weir<R> via(Operator<? super T, R> operator) {
        notNull("operator", operator);
        @SuppressWarnings("unchecked") // a publisher only gives items, so one of T is one of any supertype
        Operator<T, R> own = (Operator<T, R>) operator;
        return new Piped<>(own.apply(publisher()), chain().and(operator.toString(), operator.mostWaiting()));
    }

    /**
     * Puts an operator that leaves the type as it is behind what there is.
     *
     * @param operator the operator
     * @return the items that it lets through
     */
    public Weir<T> via(IdentityOperator operator) {
        notNull("operator", operator);
        return new Piped<>(operator.apply(publisher()), chain().and(operator.toString(), operator.mostWaiting()));
    }

    // ---------------------------------------------------------------------------------------------- subscribers

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        Stage.connect(publisher(), subscriber);
    }

    /**
     * Gives each item to a consumer.
     *
     * <p><b>Demand:</b> unbounded.
     *
     * <p><b>Errors:</b> the stage fails with what the stream failed with, or with what the consumer threw, which cancels
     * the stream. Cancelling the stage (as {@code toCompletableFuture().cancel(true)}) cancels the stream. An error that comes
     * later goes to the thread's uncaught-exception handler.
     *
     * <p><b>Threads:</b> the consumer runs where the items are emitted.
     *
     * @param consumer takes each item
     * @return completes when the stream does
     */
    public CompletionStage<Void> forEach(Consumer<? super T> consumer) {
        return Consumption.forEach(publisher(), Long.MAX_VALUE, consumer);
    }

    /**
     * Gives each item to a consumer, and asks for items in batches: for the next when all of the last were consumed.
     *
     * <p><b>Demand:</b> {@code batch} items at a time.
     *
     * <p><b>Errors:</b> the stage fails with what the stream failed with, or with what the consumer threw, which cancels
     * the stream. Cancelling the stage (as {@code toCompletableFuture().cancel(true)}) cancels the stream. An error that comes
     * later goes to the thread's uncaught-exception handler.
     *
     * <p><b>Threads:</b> the consumer runs where the items are emitted.
     *
     * @param batch how many items to request at a time, at least 1
     * @param consumer takes each item
     * @return completes when the stream does
     * @throws IllegalArgumentException if the batch is less than 1
     */
    public CompletionStage<Void> forEach(int batch, Consumer<? super T> consumer) {
        return Consumption.forEach(publisher(), atLeastOne("batch", batch), consumer);
    }

    /**
     * Collects all items in memory.
     *
     * <p><b>Demand:</b> unbounded. Cancelling the stage cancels the stream.
     *
     * @return completes with the items, in an immutable list, when the stream does; fails when it fails
     */
    public CompletionStage<List<T>> toList() {
        return Consumption.toList(publisher());
    }

    /**
     * The same items for {@link java.util.concurrent.Flow}.
     *
     * @return a publisher of the same items
     */
    public Flow.Publisher<T> toFlow() {
        return FlowAdapters.toFlowPublisher(publisher());
    }

    // ---------------------------------------------------------------------------------------------- description

    /**
     * The chain as a text: a stage a line with the most items that it may hold, and their sum.
     *
     * @return several lines, without an end of line after the last
     */
    public String describe() {
        return chain().describe();
    }

    /**
     * The chain on one line.
     *
     * @return the source and the operators, as they were written
     */
    @Override
    public String toString() {
        return chain().toString();
    }

    private static final class Piped<T> extends Weir<T> {
        private final Publisher<T> publisher;
        private final @Nullable Chain chain; // null: the publisher is a source that says itself how it was made

        Piped(Publisher<T> source) {
            this.publisher = source;
            this.chain = null;
        }

        Piped(Publisher<T> publisher, Chain chain) {
            this.publisher = publisher;
            this.chain = chain;
        }

        @Override
        Publisher<T> publisher() {
            return publisher;
        }

        @Override
        Chain chain() {
            return chain == null ? Chain.from(publisher) : chain;
        }
    }

    private static final class Just<T> extends Weir<T> {
        private final T item;

        Just(T item) {
            this.item = item;
        }

        @Override
        public void subscribe(Subscriber<? super T> subscriber) {
            Sources.just(item, subscriber);
        }

        @Override
        Publisher<T> publisher() {
            return this;
        }

        @Override
        Chain chain() {
            return Chain.from("just(" + item + ")");
        }
    }
}
