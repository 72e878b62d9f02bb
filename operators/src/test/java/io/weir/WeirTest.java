package io.weir;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

class WeirTest {
    private final TestSource<Integer> source = new TestSource<>();

    // ------------------------------------------------------------------------------------------------- sources

    @Test
    void rangeCountsUp() {
        assertThat(Weir.range(3, 4).toList().toCompletableFuture().join()).containsExactly(3, 4, 5, 6);
        assertThat(Weir.range(3, 0).toList().toCompletableFuture().join()).isEmpty();
        assertThat(Weir.range(Integer.MAX_VALUE, 1)
                        .toList()
                        .toCompletableFuture()
                        .join())
                .containsExactly(Integer.MAX_VALUE);
    }

    @Test
    void justIsOneItem() {
        assertThat(Weir.just("only").toList().toCompletableFuture().join()).containsExactly("only");
        assertThat(Weir.just(3)
                        .via(map(n -> n + 1))
                        .toList()
                        .toCompletableFuture()
                        .join())
                .containsExactly(4);
        assertThat(Weir.just(3).via(drop())).hasToString("just(3).via(drop())");
        assertThatThrownBy(() -> Weir.just(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("item must not be null");
    }

    @Test
    void justWaitsForDemand() {
        TestSubscriber<String> subscriber = TestSubscriber.create();
        Weir.just("only").subscribe(subscriber);
        assertThat(subscriber.items()).isEmpty();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("only");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void badRangesAreRefused() {
        assertThatThrownBy(() -> Weir.range(0, -1)).hasMessage("range count must not be negative, was -1");
        assertThatThrownBy(() -> Weir.range(Integer.MAX_VALUE, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 items from 2147483647 on");
    }

    @Test
    void anIterableIsReadAsDemanded() {
        AtomicInteger taken = new AtomicInteger();
        Iterable<Integer> numbers = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                return taken.incrementAndGet();
            }
        };
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Weir.fromIterable(numbers).subscribe(subscriber);
        assertThat(taken.get()).isZero();
        subscriber.request(3);
        assertThat(subscriber.items()).containsExactly(1, 2, 3);
        assertThat(taken.get()).isEqualTo(3);
        subscriber.cancel();
        subscriber.request(1);
        assertThat(taken.get()).isEqualTo(3);
    }

    @Test
    void anIterableThatFailsFailsTheStream() {
        IllegalStateException error = new IllegalStateException("iterator");
        assertFailsWith(
                Weir.fromIterable(() -> {
                    throw error;
                }),
                error);
        assertThatThrownBy(() -> Weir.fromIterable(Arrays.asList(1, null))
                        .toList()
                        .toCompletableFuture()
                        .join())
                .hasRootCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void anySourceRefusesARequestThatIsNotPositive() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Weir.range(0, 5).subscribe(subscriber);
        subscriber.request(1);
        subscriber.request(0);
        assertThat(subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("§3.9");
        assertThat(subscriber.items()).containsExactly(0);
    }

    @Test
    void fromAWeirIsTheSame() {
        Weir<Integer> weir = Weir.range(0, 1);
        assertThat(Weir.from(weir)).isSameAs(weir);
    }

    @Test
    void flowGoesInAndOut() throws Exception {
        try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>(Runnable::run, 16)) {
            Flow.Publisher<String> flow =
                    Weir.fromFlow(publisher).via(map(n -> "n" + n)).toFlow();
            CompletableFuture<List<String>> list = Weir.fromFlow(flow).toList().toCompletableFuture();
            publisher.submit(1);
            publisher.submit(2);
            publisher.close();
            assertThat(list.get()).containsExactly("n1", "n2");
        }
        Flow.Publisher<Integer> numbers = Weir.range(0, 3).toFlow();
        assertThat(Weir.fromFlow(buffer(4).applyFlow(numbers))
                        .toList()
                        .toCompletableFuture()
                        .get())
                .containsExactly(0, 1, 2);
        Operator<Integer, Integer> twice = map(n -> n * 2);
        assertThat(Weir.fromFlow(twice.applyFlow(numbers))
                        .toList()
                        .toCompletableFuture()
                        .get())
                .containsExactly(0, 2, 4);
    }

    private static void assertFailsWith(Weir<?> weir, Throwable error) {
        assertThatThrownBy(() -> weir.toList().toCompletableFuture().join()).hasCause(error);
    }

    // --------------------------------------------------------------------------------------------- description

    @Test
    void aChainCanBeDescribedWithItsBounds() {
        Weir<Integer> chain = Weir.range(0, 9)
                .via(buffer(1_024).dropOldest().named("parse"))
                .via(map(n -> n + 1))
                .via(mergeMap(8, n -> Weir.range(n, 2)));
        assertThat(chain.describe()).isEqualToNormalizingNewlines("""
                        range(0, 9)
                          buffer(1024).dropOldest().named("parse")  holds at most 1,024 items
                          map(mapper)                               holds at most 0 items
                          mergeMap(8, mapper)                       holds at most 256 items
                          all together                              holds at most 1,280 items""");
        assertThat(chain)
                .hasToString("range(0, 9).via(buffer(1024).dropOldest().named(\"parse\")).via(map(mapper))"
                        + ".via(mergeMap(8, mapper))");
    }

    @Test
    void aPublisherWithoutANameThatSaysSomethingIsCalledAPublisher() {
        assertThat(Weir.from(source)).hasToString("from(TestSource)");
        assertThat(Weir.from(drop().apply(source))).hasToString("from(publisher)");
        assertThat(Weir.fromFlow(Weir.range(0, 1).toFlow()).describe()).startsWith("fromFlow(");
    }

    @Test
    void aChainOfOperatorsIsAnOperator() {
        Operator<Integer, String> both = buffer(4).andThen(latest()).andThen(map((Integer n) -> "n" + n));
        assertThat(both.mostWaiting()).isEqualTo(5);
        assertThat(both.andThen(buffer(Integer.MAX_VALUE)).mostWaiting()).isEqualTo(Integer.MAX_VALUE + 5L);
        assertThat(both).hasToString("buffer(4).andThen(latest()).andThen(map(mapper))");
        assertThat(Weir.range(0, 3).via(both).toList().toCompletableFuture().join())
                .containsExactly("n0", "n1", "n2");
        Operator<Integer, Integer> lengths = both.andThen(map(String::length));
        assertThat(Weir.range(0, 3).via(lengths).toList().toCompletableFuture().join())
                .containsExactly(2, 2, 2);
    }

    // ----------------------------------------------------------------------------------------- how it is typed

    /** As Flux.transform and Flowable.compose declare it. */
    private static <T, R> Publisher<R> transform(
            Publisher<T> publisher, Function<? super Publisher<T>, ? extends Publisher<R>> function) {
        return function.apply(publisher);
    }

    @Test
    void javaInfersTheTypes() {
        Weir<String> words = Weir.fromIterable(List.of("a", "bb"));
        Operator<Object, Integer> hash = map(Object::hashCode);
        assertThat(words.via(hash).toList().toCompletableFuture().join()).hasSize(2);
        Publisher<Integer> lengths = transform(words, map(String::length));
        Publisher<String> buffered = transform(words, buffer(8).dropOldest()::apply);
        Publisher<Character> letters =
                transform(words, mergeMap(2, word -> Weir.fromIterable(List.of(word.charAt(0)))));
        assertThat(Weir.from(lengths).toList().toCompletableFuture().join()).containsExactly(1, 2);
        assertThat(Weir.from(buffered).toList().toCompletableFuture().join()).containsExactly("a", "bb");
        assertThat(Weir.from(letters).toList().toCompletableFuture().join()).containsExactly('a', 'b');
    }

    // ----------------------------------------------------------------------------------------- all of it at once

    @Test
    void aMillionItemsOneAtATimeThroughAllOperatorsNeedAConstantStack() {
        int count = 1_000_000;
        AtomicInteger received = new AtomicInteger();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Publisher<Integer> chain = Weir.range(0, count)
                .via(map(n -> n + 1))
                .via(filter(n -> n > 0))
                .via(take(count))
                .via(concatMap(n -> Weir.range(n, 1)))
                .via(mergeMap(4, n -> Weir.range(n, 1)))
                .via(switchMap(n -> Weir.range(n, 1)))
                .via(latest())
                .via(buffer(16))
                .via(drop());
        Threads.withSmallStack(() -> chain.subscribe(new org.reactivestreams.Subscriber<>() {
            private Subscription subscription;

            @Override
            public void onSubscribe(Subscription s) {
                subscription = s;
                s.request(1);
            }

            @Override
            public void onNext(Integer item) {
                received.incrementAndGet();
                subscription.request(1);
            }

            @Override
            public void onError(Throwable t) {
                done.completeExceptionally(t);
            }

            @Override
            public void onComplete() {
                done.complete(null);
            }
        }));
        assertThat(done).isCompleted();
        assertThat(received.get()).isEqualTo(count);
    }

    @Test
    void aSampledChainOfAMillionItemsNeedsAConstantStack() {
        Threads.withSmallStack(() -> {
            TestSource<Integer> ticks = new TestSource<>();
            TestSubscriber<Integer> subscriber = TestSubscriber.requesting(1);
            subscriber.onNext(item -> subscriber.request(1));
            TestSource<Integer> numbers = new TestSource<>();
            Weir.from(numbers).via(sample(ticks)).via(buffer(4)).subscribe(subscriber);
            for (int i = 0; i < 100_000; i++) {
                numbers.send(i);
                ticks.send(i);
            }
            assertThat(subscriber.items()).hasSize(100_000);
        });
        assertThat(sample(Duration.ofMillis(1)).mostWaiting()).isEqualTo(2);
    }
}
