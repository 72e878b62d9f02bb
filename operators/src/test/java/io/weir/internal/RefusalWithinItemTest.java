package io.weir.internal;

import static io.weir.Operators.drop;
import static io.weir.Operators.filter;
import static io.weir.Operators.map;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.TestSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A request that is not positive, in the middle of an item that no other thread can see the end of (§3.9, §1.3). */
class RefusalWithinItemTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final List<String> seen = new ArrayList<>();

    static List<Function<Publisher<Integer>, Publisher<Integer>>> operators() {
        return List.of(map((Integer item) -> item), filter((Integer item) -> true), take(100)::apply, drop()::apply);
    }

    private Subscriber<Integer> subscriber(long first, Within within) {
        return new Subscriber<>() {
            private Subscription subscription;

            @Override
            public void onSubscribe(Subscription s) {
                subscription = s;
                s.request(first);
            }

            @Override
            public void onNext(Integer item) {
                seen.add("begin " + item);
                within.item(item, subscription);
                seen.add("end " + item);
            }

            @Override
            public void onError(Throwable error) {
                seen.add(error.getMessage().substring(0, "request(-1)".length()));
            }

            @Override
            public void onComplete() {
                seen.add("completed");
            }
        };
    }

    private interface Within {
        void item(int item, Subscription subscription);
    }

    private static void onAnotherThread(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void whereASourceReentersItWaitsForTheOuterItem(Function<Publisher<Integer>, Publisher<Integer>> operator) {
        operator.apply(source).subscribe(subscriber(2, (item, subscription) -> {
            if (item == 0) {
                source.send(1); // against §1.3
                onAnotherThread(() -> subscription.request(-1));
            }
        }));
        source.send(0);
        assertThat(seen).containsExactly("begin 0", "begin 1", "end 1", "end 0", "request(-1)");
    }

    @ParameterizedTest
    @MethodSource("operators")
    void whereASourceAnswersARequestOnTheSpotItWaitsForTheOuterItem(
            Function<Publisher<Integer>, Publisher<Integer>> operator) {
        operator.apply(source).subscribe(subscriber(1, (item, subscription) -> {
            if (item == 0) {
                subscription.request(1);
                source.send(1);
                onAnotherThread(() -> subscription.request(-1));
            }
        }));
        source.send(0);
        assertThat(seen).containsExactly("begin 0", "begin 1", "end 1", "end 0", "request(-1)");
    }

    @ParameterizedTest
    @MethodSource("operators")
    void aSourceThatReentersAfterItDoesNotBringItForward(Function<Publisher<Integer>, Publisher<Integer>> operator) {
        operator.apply(source).subscribe(subscriber(2, (item, subscription) -> {
            subscription.request(-1);
            source.send(1); // against §1.3
        }));
        source.send(0);
        assertThat(seen).containsExactly("begin 0", "end 0", "request(-1)");
    }

    @ParameterizedTest
    @MethodSource("operators")
    void itIsSignalledAfterTheItemThoughMoreWasRequestedWithin(
            Function<Publisher<Integer>, Publisher<Integer>> operator) {
        operator.apply(source).subscribe(subscriber(1, (item, subscription) -> {
            subscription.request(5);
            subscription.request(-1);
        }));
        source.send(0);
        assertThat(seen).containsExactly("begin 0", "end 0", "request(-1)");
    }

    @ParameterizedTest
    @MethodSource("operators")
    void afterNestedItemsThatUsedUpTheDemandItIsSignalledAtOnce(
            Function<Publisher<Integer>, Publisher<Integer>> operator) {
        Subscription[] given = new Subscription[1];
        operator.apply(source).subscribe(subscriber(2, (item, subscription) -> {
            given[0] = subscription;
            if (item == 0) {
                source.send(1);
            }
        }));
        source.send(0);
        given[0].request(-1);
        assertThat(seen).containsExactly("begin 0", "begin 1", "end 1", "end 0", "request(-1)");
    }
}
