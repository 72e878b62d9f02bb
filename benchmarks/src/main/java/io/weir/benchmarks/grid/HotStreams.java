package io.weir.benchmarks.grid;

import static io.weir.Operators.buffer;
import static io.weir.Operators.drop;
import static io.weir.Operators.latest;
import static io.weir.Operators.sample;

import io.reactivex.rxjava3.core.BackpressureOverflowStrategy;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.weir.DropReason;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;

/**
 * The operators that take in more than is asked for, over a source that does not wait, as each library has them.
 *
 * <p>What the buffers and {@code drop} give up is counted, by the callback that each library has for it. {@code latest} has
 * none in Reactor, so it is given none anywhere. Where there is no equal, the nearest stands in: RxJava's {@code
 * DROP_LATEST} gives up the newest of the items that wait, not the one that came; the peers' {@code sample} fails when
 * nobody asks in time, so {@code onBackpressureLatest} follows it.
 *
 * @param source sends the items
 * @param ticks ends the periods of {@code sample}
 * @param capacity of the buffers
 * @param lost counts what is dropped
 */
record HotStreams(HotSource source, HotSource ticks, int capacity, Lost lost) {
    HotStreams(int capacity) {
        this(new HotSource(), new HotSource(), capacity, new Lost());
    }

    Publisher<Integer> by(String by, String operator) {
        return switch (by) {
            case "weir" -> weir(operator);
            case "reactor" -> reactor(operator);
            case "rxjava" -> rxjava(operator);
            case "floor" -> new QueueFloor(source, capacity, lost);
            default -> throw new IllegalArgumentException("nobody is called " + by);
        };
    }

    /** Subscribes a sink, which must be of the kind that the contender is to meet. */
    void subscribe(String by, String operator, BatchSink sink) {
        switch (by) {
            case "reactor native" -> reactor(operator).subscribe((CoreSubscriber<Integer>) sink);
            case "rxjava native" -> rxjava(operator).subscribe((FlowableSubscriber<Integer>) sink);
            default -> by(by, operator).subscribe(sink);
        }
    }

    private Publisher<Integer> weir(String operator) {
        return switch (operator) {
            case "buffer" -> buffer(capacity).apply(source);
            case "buffer.dropOldest" ->
                buffer(capacity).dropOldest().onDropped(lost::add).apply(source);
            case "buffer.dropNewest" ->
                buffer(capacity).dropNewest().onDropped(lost::add).apply(source);
            case "latest" -> latest().apply(source);
            case "drop" -> drop().onDropped(lost::add).apply(source);
            case "sample" -> sample(ticks).apply(source);
            default -> throw unknown(operator);
        };
    }

    private Flux<Integer> reactor(String operator) {
        Flux<Integer> flux = Flux.from(source);
        return switch (operator) {
            case "buffer" -> flux.onBackpressureBuffer(capacity);
            case "buffer.dropOldest" ->
                flux.onBackpressureBuffer(capacity, lost::add, BufferOverflowStrategy.DROP_OLDEST);
            case "buffer.dropNewest" ->
                flux.onBackpressureBuffer(capacity, lost::add, BufferOverflowStrategy.DROP_LATEST);
            case "latest" -> flux.onBackpressureLatest();
            case "drop" -> flux.onBackpressureDrop(lost::add);
            case "sample" -> flux.sample(ticks).onBackpressureLatest();
            default -> throw unknown(operator);
        };
    }

    private Flowable<Integer> rxjava(String operator) {
        Flowable<Integer> flowable = Flowable.fromPublisher(source);
        return switch (operator) {
            case "buffer" -> flowable.onBackpressureBuffer(capacity);
            case "buffer.dropOldest" ->
                flowable.onBackpressureBuffer(capacity, () -> {}, BackpressureOverflowStrategy.DROP_OLDEST, lost::add);
            case "buffer.dropNewest" ->
                flowable.onBackpressureBuffer(capacity, () -> {}, BackpressureOverflowStrategy.DROP_LATEST, lost::add);
            case "latest" -> flowable.onBackpressureLatest();
            case "drop" -> flowable.onBackpressureDrop(lost::add);
            case "sample" -> flowable.sample(ticks).onBackpressureLatest();
            default -> throw unknown(operator);
        };
    }

    private static IllegalArgumentException unknown(String operator) {
        return new IllegalArgumentException("there is no operator " + operator);
    }

    /**
     * Fails unless every item of the stream is accounted for: delivered, or counted as lost; with {@code latest} and {@code
     * sample}, which count nothing, that the newest was delivered at last.
     */
    void check(String by, String operator, long produced, long delivered, long newest) {
        boolean all = switch (by.equals("floor") ? "a queue" : operator) {
            case "latest" -> newest == produced - 1;
            case "sample" -> delivered > 0;
            default -> delivered + lost.count == produced;
        };
        if (!all) {
            throw new IllegalStateException(by + ", " + operator + ": of " + produced + " items " + delivered
                    + " were delivered, up to number " + newest + ", and " + lost.count + " were dropped");
        }
    }

    /** Counts what is dropped. All who drop do so on the producer's thread. */
    static final class Lost {
        private long count;

        void add(Object item) {
            count++;
        }

        void add(Object item, DropReason reason) {
            add(item);
        }

        void forget() {
            count = 0;
        }
    }
}
