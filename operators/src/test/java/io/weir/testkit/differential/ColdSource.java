package io.weir.testkit.differential;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Integer> sentAt = new ArrayList<>();
    private List<Integer> notBefore = List.of();
    private boolean held;
    private boolean sending;
    private boolean ends;
    private Throwable error;
    private End end;
    private End cancellation;
    private Integer last;
    private int completesAfter = Integer.MAX_VALUE;

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

    /** Sends no items until it is released. */
    void hold() {
        held = true;
    }

    void release() {
        if (held) {
            held = false;
            send();
        }
    }

    /** Sends each item no sooner than at the end of the given step. */
    void holdUntil(List<Integer> steps) {
        notBefore = steps;
    }

    /** Completes in place of the item that would come after so many. */
    void completeAfter(int items) {
        completesAfter = items;
    }

    /** The steps at which the items were sent. */
    List<Integer> sentAt() {
        return sentAt;
    }

    private boolean isDue() {
        int next = sentAt.size();
        return !held && (notBefore.isEmpty() || (next < notBefore.size() && bench.isOver(notBefore.get(next))));
    }

    /** Completes, whatever it was offered. */
    void endNow() {
        offered.clear();
        error = null;
        complete();
    }

    @Override
    public void request(long n) {
        requested = requested + n < 0 ? Long.MAX_VALUE : requested + n;
        send();
    }

    @Override
    public void cancel() {
        if (!cancelled && end == null) {
            cancellation = bench.endNow(null);
        }
        cancelled = true;
    }

    /** Sends what can be sent now. */
    void send() {
        if (subscriber == null || sending) {
            return;
        }
        sending = true;
        while (sentAt.size() < completesAfter
                && isDue()
                && end == null
                && !cancelled
                && requested > 0
                && !offered.isEmpty()) {
            sentAt.add(bench.step());
            requested -= requested == Long.MAX_VALUE ? 0 : 1;
            last = offered.remove();
            subscriber.onNext(last);
        }
        if (sentAt.size() == completesAfter && !offered.isEmpty()) {
            offered.clear();
            error = null;
            ends = true;
        }
        if (!cancelled && ends && end == null && offered.isEmpty()) {
            if (error != null && bench.noErrors()) {
                error = null;
                bench.endAll();
            }
            end = bench.endNow(error);
            if (error == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(error);
            }
        }
        sending = false;
    }

    /** Null before the first. */
    Integer last() {
        return last;
    }

    /** When it was cancelled; null unless that was before its end. */
    End cancellation() {
        return cancellation;
    }

    /** Null while it has not signalled its end. */
    End end() {
        return end;
    }
}
