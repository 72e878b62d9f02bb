package io.weir.internal;

import static io.weir.internal.Require.notNull;

import io.weir.spi.StageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * A subscriber that consumes a stream and completes a future with the outcome. Cancelling the future cancels the stream.
 */
public final class Consumption<T, R> extends InnerSubscriber<T> {
    private final long batch;
    private final Consumer<? super T> consumer;
    private final Supplier<? extends R> outcome;
    private final Outcome future = new Outcome();

    // Owned by the stream.
    private long consumed;

    private Consumption(long batch, Consumer<? super T> consumer, Supplier<? extends R> outcome) {
        this.batch = batch;
        this.consumer = consumer;
        this.outcome = outcome;
    }

    public static <T> CompletableFuture<Void> forEach(
            Publisher<? extends T> publisher, long batch, Consumer<? super T> consumer) {
        return new Consumption<T, Void>(batch, notNull("consumer", consumer), Consumption::nothing).start(publisher);
    }

    public static <T> CompletableFuture<List<T>> toList(Publisher<? extends T> publisher) {
        List<T> items = new ArrayList<>();
        return new Consumption<T, List<T>>(Demand.UNBOUNDED, items::add, () -> List.copyOf(items)).start(publisher);
    }

    private CompletableFuture<R> start(Publisher<? extends T> publisher) {
        subscribeTo(publisher);
        return future;
    }

    @SuppressWarnings("NullAway") // the one value that Void has
    private static Void nothing() {
        return null;
    }

    @Override
    public @Nullable StageContext context() {
        return null;
    }

    @Override
    protected void started() {
        requestInner(batch);
    }

    @Override
    public void onNext(T item) {
        notNull("item", item);
        if (future.isDone()) {
            return;
        }
        try {
            consumer.accept(item);
        } catch (Throwable t) {
            Faults.rethrowFatal(t);
            cancel();
            future.completeExceptionally(t);
            return;
        }
        if (batch != Demand.UNBOUNDED && ++consumed == batch) {
            consumed = 0;
            requestInner(batch);
        }
    }

    @Override
    public void onError(Throwable error) {
        future.completeExceptionally(notNull("error", error));
    }

    @Override
    public void onComplete() {
        future.complete(outcome.get());
    }

    private final class Outcome extends CompletableFuture<R> {
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled) {
                Consumption.this.cancel();
            }
            return cancelled;
        }
    }
}
