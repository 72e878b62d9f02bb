package io.weir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.TestSource;
import io.weir.testkit.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The subscribers that a {@link Weir} brings: {@code forEach} and {@code toList}. */
class ConsumptionTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final IllegalStateException error = new IllegalStateException("error");

    @Test
    void forEachAsksForAll() {
        List<Integer> seen = new ArrayList<>();
        CompletableFuture<Void> done = Weir.from(source).forEach(seen::add).toCompletableFuture();
        assertThat(source.requested()).isEqualTo(Long.MAX_VALUE);
        source.send(1, 2);
        assertThat(done).isNotDone();
        source.complete();
        assertThat(seen).containsExactly(1, 2);
        assertThat(done).isCompletedWithValue(null);
    }

    @Test
    void forEachWithABatchAsksForTheNextWhenTheLastIsConsumed() {
        CompletableFuture<Void> done = Weir.from(source).forEach(2, item -> {}).toCompletableFuture();
        assertThat(source.requested()).isEqualTo(2);
        source.send(1);
        assertThat(source.requested()).isEqualTo(2);
        source.send(2);
        assertThat(source.requested()).isEqualTo(4);
        source.complete();
        assertThat(done).isCompleted();
    }

    @Test
    void aConsumerThatThrowsCancelsTheStream() {
        CompletableFuture<Void> done = Weir.from(source)
                .forEach(item -> {
                    throw error;
                })
                .toCompletableFuture();
        source.send(1);
        assertThat(source.isCancelled()).isTrue();
        assertThatThrownBy(done::join).hasCause(error);
    }

    @Test
    void cancellingTheStageCancelsTheStream() {
        CompletableFuture<List<Integer>> list = Weir.from(source).toList().toCompletableFuture();
        source.send(1);
        assertThat(list.cancel(true)).isTrue();
        assertThat(source.isCancelled()).isTrue();
        source.send(2);
        source.complete();
        assertThatThrownBy(list::join).isInstanceOf(CancellationException.class);
    }

    /** Ways to end the future of a stream from outside. */
    static Stream<Consumer<CompletableFuture<?>>> endsFromOutside() {
        return Stream.of(
                future -> future.completeExceptionally(new TimeoutException()), // as orTimeout does
                future -> future.complete(null),
                future -> future.cancel(false));
    }

    @ParameterizedTest
    @MethodSource("endsFromOutside")
    void endingTheStageFromOutsideCancelsTheStream(Consumer<CompletableFuture<?>> end) {
        List<Integer> seen = new ArrayList<>();
        List<Function<Weir<Integer>, CompletionStage<?>>> consumptions =
                List.of(weir -> weir.forEach(seen::add), weir -> weir.forEach(1, seen::add), Weir::toList);
        for (Function<Weir<Integer>, CompletionStage<?>> consumption : consumptions) {
            TestSource<Integer> own = new TestSource<>();
            CompletableFuture<?> future = consumption.apply(Weir.from(own)).toCompletableFuture();
            end.accept(future);
            assertThat(own.isCancelled()).isTrue();
            own.send(1);
            own.complete();
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void aStreamThatHasEndedIsNotCancelled() {
        TestSource<Integer> failing = new TestSource<>();
        Weir.from(source).toList();
        Weir.from(failing).forEach(item -> {});
        source.complete();
        failing.fail(new IllegalStateException("upstream"));
        assertThat(source.isCancelled()).as("after completion (§2.3)").isFalse();
        assertThat(failing.isCancelled()).as("after an error (§2.3)").isFalse();
    }

    @Test
    void aFailureOfTheStreamFailsTheStage() {
        CompletableFuture<List<Integer>> list = Weir.from(source).toList().toCompletableFuture();
        source.fail(error);
        assertThatThrownBy(list::join).hasCause(error);
    }

    @Test
    void aBatchBelowOneIsRefused() {
        assertThatThrownBy(() -> Weir.range(0, 1).forEach(0, item -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch must be at least 1, was 0");
    }

    @Test
    void aConsumerThatThrowsCancelsTheStreamBeforeAnybodyIsTold() {
        List<Boolean> cancelled = new ArrayList<>();
        Weir.from(source)
                .forEach(item -> {
                    throw error;
                })
                .whenComplete((nothing, failure) -> cancelled.add(source.isCancelled()));
        source.send(1);
        assertThat(cancelled).containsExactly(true);
    }

    @Test
    void anErrorAfterTheEndIsTheThreadsAffair() {
        CompletableFuture<List<Integer>> list = Weir.from(source).toList().toCompletableFuture();
        list.cancel(false);
        assertThat(uncaughtIn(() -> source.fail(error))).containsExactly(error);
    }

    @Test
    void whatTheConsumerThrowsWhenTheStageHasEndedIsTheThreadsAffair() {
        List<CompletableFuture<Void>> own = new ArrayList<>();
        own.add(Weir.from(source)
                .forEach(item -> {
                    own.get(0).cancel(false);
                    throw error;
                })
                .toCompletableFuture());
        assertThat(uncaughtIn(() -> source.send(1))).containsExactly(error);
    }

    private static List<Throwable> uncaughtIn(Runnable action) {
        List<Throwable> uncaught = new ArrayList<>();
        Thread thread = new Thread(action);
        thread.setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
        Threads.runToEnd(thread);
        return uncaught;
    }
}
