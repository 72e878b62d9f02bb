package io.weir;

import static io.weir.Operators.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import io.weir.testkit.VirtualTimer;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a source says of itself, and what it does when its subscriber fails. */
class SourcesTest {
    @Test
    void aSubscriberThatThrowsInOnSubscribeGetsNothingAndIsTheThreadsAffair() {
        IllegalStateException boom = new IllegalStateException("boom");
        AtomicReference<Throwable> uncaught = new AtomicReference<>();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        subscriber.onSubscribe(s -> {
            s.request(3);
            throw boom;
        });
        Thread thread = new Thread(() -> Weir.range(0, 10).subscribe(subscriber));
        thread.setUncaughtExceptionHandler((t, e) -> uncaught.set(e));
        Threads.runToEnd(thread);
        assertThat(subscriber.items()).isEmpty();
        assertThat(subscriber.isEnded()).isFalse();
        assertThat(uncaught.get()).isSameAs(boom);
    }

    @Test
    void aFatalErrorInOnNextEndsTheItemsOfASource() {
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(1);
        subscriber.onNext(item -> {
            subscriber.request(5);
            throw new StackOverflowError("test");
        });
        assertThatThrownBy(() -> Weir.range(0, 10).subscribe(subscriber)).isInstanceOf(StackOverflowError.class);
        assertThat(subscriber.items()).containsExactly(0);
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(0);
    }

    @Test
    void whatTheMachineFailsWithInAnIteratorIsRethrown() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("iterator");
        Iterable<Integer> items = () -> {
            throw fatal;
        };
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(1);
        assertThatThrownBy(() -> Weir.fromIterable(items).subscribe(subscriber)).isSameAs(fatal);
        assertThat(subscriber.isEnded()).isFalse();
    }

    @Test
    void anIterableWithoutAnIteratorTellsTheContextOfASubscriberThatHasCancelled() {
        IllegalStateException failure = new IllegalStateException("no iterator");
        Iterable<Integer> items = () -> {
            throw failure;
        };
        TestSubscriber.WithContext<Integer> subscriber = TestSubscriber.withContext(new VirtualTimer());
        subscriber.onSubscribe(TestSubscriber::cancel);
        Weir.fromIterable(items).via(map((Integer item) -> item)).subscribe(subscriber);
        assertThat(subscriber.lateErrors()).containsExactly(failure);
    }

    @Test
    void whatTheMachineFailsWithInAConsumerIsRethrownAndEndsTheWork() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("consumer");
        TestSource<Integer> source = new TestSource<>();
        CompletableFuture<Void> done = Weir.from(source)
                .forEach(item -> {
                    throw fatal;
                })
                .toCompletableFuture();
        assertThatThrownBy(() -> source.send(1)).isSameAs(fatal);
        assertThat(done).isCompletedExceptionally();
    }

    @Test
    void aPublisherThatFailsFatallyWhenItIsConsumedIsCancelled() {
        NoClassDefFoundError fatal = new NoClassDefFoundError("subscribe");
        TestSource<Integer> source = new TestSource<>();
        Weir<Integer> weir = Weir.from(s -> {
            source.subscribe(s);
            throw fatal;
        });
        assertThatThrownBy(() -> weir.forEach(item -> {})).isSameAs(fatal);
        assertThat(source.isCancelled()).isTrue();
    }

    @Test
    void aSourceSaysHowItWasMade() {
        assertThat(Weir.range(3, 4)).hasToString("range(3, 4)");
        assertThat(Weir.just("a")).hasToString("just(a)");
        assertThat(Weir.fromIterable(List.of(1))).hasToString("fromIterable");
        assertThat(Weir.lines(Path.of("access.log"))).hasToString("lines(access.log)");
        assertThat(Weir.lines(InputStream.nullInputStream())).hasToString("lines(input)");
    }

    @Test
    void whatASourceHasTakenWhenItIsCancelledIsStillGivenToTheStageWhichDropsIt() {
        TestSubscriber.WithContext<Integer> subscriber = TestSubscriber.withContext(new VirtualTimer());
        subscriber.onSubscribe(s -> s.request(5));
        Iterable<Integer> slow = () -> Stream.generate(() -> {
                    subscriber.cancel();
                    return 1;
                })
                .iterator();
        map((Integer n) -> n).apply(Weir.fromIterable(slow)).subscribe(subscriber);
        assertThat(subscriber.items()).isEmpty();
        assertThat(subscriber.drops().all()).containsExactly(Drops.drop(1, DropReason.CANCELLED));
    }

    @Test
    void whatIsRequestedWhileASourceLooksForMoreIsSent() {
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(1);
        List<Integer> items = List.of(1, 2);
        Weir.fromIterable(() -> new Iterator<Integer>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        if (next == 1) {
                            subscriber.request(1);
                        }
                        return next < items.size();
                    }

                    @Override
                    public Integer next() {
                        return items.get(next++);
                    }
                })
                .subscribe(subscriber);
        assertThat(subscriber.items()).containsExactly(1, 2);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void aLateErrorOfASourceGoesWhereItsSubscriberWantsIt() {
        TestSubscriber.WithContext<Integer> subscriber = TestSubscriber.withContext(new VirtualTimer());
        IllegalStateException error = new IllegalStateException("late");
        Iterable<Integer> failing = () -> Stream.<Integer>generate(() -> {
                    subscriber.cancel();
                    throw error;
                })
                .iterator();
        subscriber.onSubscribe(s -> s.request(5));
        Weir.fromIterable(failing).subscribe(subscriber);
        assertThat(subscriber.lateErrors()).containsExactly(error);
    }
}
