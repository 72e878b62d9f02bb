package io.weir.tck;

import io.weir.Weir;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

/** What the operators under test stand behind. */
final class TestSources {
    private static final Subscription NOTHING = new Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private TestSources() {}

    /** So many numbers; or {@code Integer.MAX_VALUE} of them, which is more than any rule consumes. */
    static Publisher<Integer> numbers(long count) {
        return Weir.range(0, atMostMaxInt(count));
    }

    static Publisher<Integer> endless() {
        return numbers(Long.MAX_VALUE);
    }

    static int atMostMaxInt(long count) {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }

    /** Fails at once, without being asked for anything. */
    static <T> Publisher<T> failed() {
        return subscriber -> {
            subscriber.onSubscribe(NOTHING);
            subscriber.onError(new IllegalStateException("this source always fails"));
        };
    }

    /** Never sends anything. */
    static <T> Publisher<T> silent() {
        return subscriber -> subscriber.onSubscribe(NOTHING);
    }
}
