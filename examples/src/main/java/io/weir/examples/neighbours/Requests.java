package io.weir.examples.neighbours;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;

/** What was asked for at one place, request by request. */
public final class Requests {
    private final List<Long> requests = new ArrayList<>(); // guarded by this

    /**
     * Notes a request.
     *
     * @param n how many were asked for
     */
    public synchronized void add(long n) {
        requests.add(n);
    }

    synchronized List<Long> all() {
        return List.copyOf(requests);
    }

    synchronized long total() {
        return requests.stream()
                .mapToLong(Long::longValue)
                .reduce(0, (sum, n) -> sum + n < 0 ? Long.MAX_VALUE : sum + n);
    }

    /** The same publisher, with its requests noted. Libraries that can do that themselves need it not. */
    <T> Flow.Publisher<T> of(Flow.Publisher<T> publisher) {
        return subscriber -> publisher.subscribe(new Noting<>(subscriber));
    }

    /** The requests in short, such as {@code 128, 64 (31 times)}. */
    @Override
    public String toString() {
        List<Long> all = all();
        List<String> parts = new ArrayList<>();
        for (int from = 0, to; from < all.size(); from = to) {
            long n = all.get(from);
            to = from + 1;
            while (to < all.size() && all.get(to) == n) {
                to++;
            }
            String amount = n == Long.MAX_VALUE ? "everything" : String.format(Locale.ROOT, "%,d", n);
            parts.add(to - from == 1 ? amount : String.format(Locale.ROOT, "%s (%,d times)", amount, to - from));
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private final class Noting<T> implements Flow.Subscriber<T> {
        private final Flow.Subscriber<? super T> subscriber;

        Noting(Flow.Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Flow.Subscription upstream) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {
                    add(n);
                    upstream.request(n);
                }

                @Override
                public void cancel() {
                    upstream.cancel();
                }
            });
        }

        @Override
        public void onNext(T item) {
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable error) {
            subscriber.onError(error);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
