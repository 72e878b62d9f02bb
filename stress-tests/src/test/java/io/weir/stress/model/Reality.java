package io.weir.stress.model;

import io.weir.DropReason;
import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The operator, and everybody around it: writes down what it does. */
final class Reality implements Subscriber<Integer>, StageContextCarrier, StageContext {
    final Seen seen = new Seen();
    private final Hand upstream = new Hand(0);
    private final Map<Integer, Hand> inners = new TreeMap<>();
    private final Ticks ticks = new Ticks();
    private @Nullable Subscription subscription;
    private boolean callbackBroken;

    void subscribeTo(Function<Reality, Publisher<Integer>> stage) {
        stage.apply(this).subscribe(this);
    }

    Publisher<Integer> upstream() {
        return upstream;
    }

    Publisher<Integer> sampler() {
        return ticks;
    }

    Publisher<Integer> innerOf(int item) {
        Hand inner = new Hand(item);
        inners.put(item, inner);
        return inner;
    }

    // ------------------------------------------------------------------------------------------- what happens

    void send(int item) {
        upstream.stage().onNext(item);
    }

    void upstreamEnds(boolean failed) {
        end(upstream.stage(), failed);
    }

    void innerSends(int inner, int item) {
        inner(inner).stage().onNext(item);
    }

    void innerEnds(int inner, boolean failed) {
        seen.innerOver(inner);
        end(inner(inner).stage(), failed);
    }

    private static void end(Subscriber<?> stage, boolean failed) {
        if (failed) {
            stage.onError(new Fault());
        } else {
            stage.onComplete();
        }
    }

    private Hand inner(int item) {
        Hand inner = inners.get(item);
        if (inner == null) {
            throw new AssertionError("there is no stream of " + item);
        }
        return inner;
    }

    void tick() {
        if (ticks.receiver != null) {
            ticks.receiver.onNext(0);
        }
    }

    void request(long n) {
        subscription().request(n);
    }

    void refuse() {
        seen.reasonsMatterNoMore();
        subscription().request(-1);
    }

    void cancel() {
        subscription().cancel();
    }

    void breakCallback() {
        callbackBroken = true;
    }

    private Subscription subscription() {
        if (subscription == null) {
            throw new AssertionError("there was no onSubscribe");
        }
        return subscription;
    }

    // --------------------------------------------------------------------------------------- what comes of it

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
    }

    @Override
    public void onNext(Integer item) {
        seen.item(item);
    }

    @Override
    public void onError(Throwable error) {
        seen.end(error instanceof IllegalArgumentException ? "refused" : Model.FAILED);
    }

    @Override
    public void onComplete() {
        seen.end(Model.COMPLETED);
    }

    @Override
    public void dropped(Object item, DropReason reason) {
        seen.dropped((Integer) item, reason.toString());
        if (callbackBroken) {
            callbackBroken = false;
            throw new Fault();
        }
    }

    @Override
    public void lateError(Throwable error) {
        seen.lateError();
    }

    @Override
    public StageContext stageContext() {
        return this;
    }

    /** What fails on purpose. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Upstream, or an inner stream. */
    private final class Hand implements Publisher<Integer>, Subscription {
        private final int item; // 0 for upstream
        private @Nullable Subscriber<? super Integer> stage;

        Hand(int item) {
            this.item = item;
        }

        Subscriber<? super Integer> stage() {
            if (stage == null) {
                throw new AssertionError("nobody has subscribed to the stream of " + item);
            }
            return stage;
        }

        @Override
        public void subscribe(Subscriber<? super Integer> subscriber) {
            stage = subscriber;
            if (item != 0) {
                seen.innerAsked(item, 0);
            }
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long n) {
            if (item == 0) {
                seen.asked(n);
            } else {
                seen.innerAsked(item, n);
            }
        }

        @Override
        public void cancel() {
            if (item == 0) {
                seen.upstreamCancelled();
            } else {
                seen.innerOver(item);
            }
        }
    }

    private static final class Ticks implements Publisher<Integer>, Subscription {
        private @Nullable Subscriber<? super Integer> receiver;

        @Override
        public void subscribe(Subscriber<? super Integer> subscriber) {
            receiver = subscriber;
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {
            receiver = null;
        }
    }
}
