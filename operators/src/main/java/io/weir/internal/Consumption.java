package io.weir.internal;

import static io.weir.internal.Require.notNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * A subscriber that consumes a stream and completes a future with the outcome. Whoever completes the future
 * from outside, by cancelling it for instance, cancels the stream.
 */
public final class Consumption<T, R> extends InnerSubscriber<T> {
    private final long batch;
    private final Consumer<? super T> consumer;
    private final R outcome;
    private final CompletableFuture<R> future = new CompletableFuture<>();

    // Owned by the stream.
    private long consumed;

    private Consumption(long batch, Consumer<? super T> consumer, R outcome) {
        this.batch = batch;
        this.consumer = consumer;
        this.outcome = outcome;
    }

    public static <T> CompletableFuture<Void> forEach(
            Publisher<? extends T> publisher, long batch, Consumer<? super T> consumer) {
        return new Consumption<T, Void>(batch, notNull("consumer", consumer), nothing()).start(publisher);
    }

    public static <T> CompletableFuture<List<T>> toList(Publisher<? extends T> publisher) {
        List<T> items = new ArrayList<>();
        return new Consumption<T, List<T>>(Demand.UNBOUNDED, items::add, Collections.unmodifiableList(items))
                .start(publisher);
    }

    private CompletableFuture<R> start(Publisher<? extends T> publisher) {
        CompletableFuture<R> unused =
                future.whenComplete((result, error) -> cancel()); // which has no effect after the end
        subscribeTo(publisher);
        return future;
    }

    @SuppressWarnings("NullAway") // the one value that Void has
    private static Void nothing() {
        return null;
    }

    @Override
    @Nullable
    Link<?, ?> link() {
        return null;
    }

    @Override
    protected long firstRequest() {
        return batch;
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
            cancel(); // before whoever waits for the future is told
            fail(t);
            Faults.rethrowFatal(t);
            return;
        }
        if (batch != Demand.UNBOUNDED && ++consumed == batch) {
            consumed = 0;
            requestInner(batch);
        }
    }

    @Override
    public void onError(Throwable error) {
        notNull("error", error);
        forgetSubscription();
        fail(error);
    }

    @Override
    public void onComplete() {
        forgetSubscription();
        future.complete(outcome);
    }

    private void fail(Throwable error) {
        if (!future.completeExceptionally(error)) {
            Ledger.SILENT.late(error);
        }
    }
}
