package io.weir.testkit.differential;

import java.util.ArrayDeque;
import java.util.Queue;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A publisher, for one subscriber, that sends what it was offered when that is demanded, and its end after that. So
 * operators that ask for different amounts get the same items.
 */
final class ColdSource implements Publisher<Integer>, Subscription {
    private final Bench bench;
    private final Queue<Integer> offered = new ArrayDeque<>();
    private Subscriber<? super Integer> subscriber;
    private long requested;
    private boolean cancelled;
    private boolean sending;
    private boolean ends;
    private Throwable error;
    private End end;

    ColdSource(Bench bench) {
        this.bench = bench;
    }

    @Override
    public void subscribe(Subscriber<? super Integer> s) {
        if (subscriber != null) {
            throw new AssertionError("a source was subscribed to for a second time");
        }
        subscriber = s;
        sending = true; // nothing before onSubscribe is done
        s.onSubscribe(this);
        sending = false;
        send();
    }

    void offer(int item) {
        offered.add(item);
        send();
    }

    void complete() {
        ends = true;
        send();
    }

    void fail(Throwable failure) {
        error = failure;
        ends = true;
        send();
    }

    @Override
    public void request(long n) {
        requested = requested + n < 0 ? Long.MAX_VALUE : requested + n;
        send();
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    private void send() {
        if (subscriber == null || sending) {
            return;
        }
        sending = true;
        while (!cancelled && requested > 0 && !offered.isEmpty()) {
            requested -= requested == Long.MAX_VALUE ? 0 : 1;
            subscriber.onNext(offered.remove());
        }
        if (!cancelled && ends && end == null && offered.isEmpty()) {
            end = new End(bench.step(), bench.trace().size(), error == null ? "" : error.getMessage());
            if (error == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(error);
            }
        }
        sending = false;
    }

    /** Null while it has not signalled its end. */
    End end() {
        return end;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
