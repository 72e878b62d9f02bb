package io.weir.stress;

import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The subscriber: writes down what it is told, and what breaks the rules. */
final class Downstream implements Subscriber<Object>, StageContextCarrier {
    private final Fates fates;
    boolean requestsAtTheEnd;
    boolean requestsWithin;
    private @Nullable Subscription subscription;

    // Written by any thread.
    private final Total requested = new Total();

    // Owned by whoever signals; plain, so that they lend no fence to whoever should not.
    private int inside;
    private int received;
    private int newest; // the place of the item that came last

    @Nullable
    String end;

    private @Nullable String breach;

    Downstream(Fates fates) {
        this.fates = fates;
    }

    @Override
    public StageContext stageContext() {
        return fates;
    }

    Subscription subscription() {
        if (subscription == null) {
            throw new IllegalStateException("there was no onSubscribe");
        }
        return subscription;
    }

    void request(long n) {
        requested.add(n);
        subscription().request(n);
    }

    long demandLeft() {
        return requested.get() - received;
    }

    /** What broke the rules; null if nothing did. */
    @Nullable
    String breach() {
        if (breach == null && inside != 0) {
            return "signals overlapped";
        }
        return breach == null && received > requested.get() ? "more items than were requested" : breach;
    }

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
    }

    @Override
    public void onNext(Object item) {
        enter("item " + item);
        received++;
        int number = (Integer) item;
        int place = number < 10 ? 10 * number : number; // 1 may not come after 11
        if (place < newest && number < 10) {
            breach = number + " in place " + place + " comes after place " + newest;
        }
        newest = place;
        fates.delivered(number);
        if (requestsWithin) {
            requestsWithin = false;
            request(1);
        }
        inside--;
    }

    @Override
    public void onError(Throwable error) {
        enter("error");
        end = error instanceof Meeting.Fault
                ? "failed"
                : error instanceof IllegalArgumentException ? "refused" : error.toString();
        if (requestsAtTheEnd) {
            subscription().request(1);
        }
        inside--;
    }

    @Override
    public void onComplete() {
        enter("completion");
        end = "completed";
        inside--;
    }

    private void enter(String signal) {
        if (end != null) {
            breach = signal + " after the stream was " + end;
        }
        if (++inside != 1) {
            breach = signal + " within another signal";
        }
    }
}
