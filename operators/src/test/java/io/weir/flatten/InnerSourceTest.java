package io.weir.flatten;

import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.DropReason;
import io.weir.Operators;
import io.weir.Weir;
import io.weir.testkit.Drops;
import io.weir.testkit.RecordingProbe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import io.weir.testkit.VirtualTimer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;

/** Inner streams that are sources of this library, from which flattening stages take items without subscribing. */
class InnerSourceTest {
    private static final int MILLION = 1_000_000;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final TestSource<Object> source = new TestSource<>();
    private final TestSubscriber.WithContext<Object> subscriber = TestSubscriber.withContext(new VirtualTimer());
    private final Drops drops = new Drops();

    private void flatten(Flattening flattening, FlattenOptions options, Function<Object, Publisher<Object>> mapper) {
        flattening.of(options.onDropped(drops), mapper).apply(source).subscribe(subscriber);
    }

    private void flatten(Flattening flattening, Function<Object, Publisher<Object>> mapper) {
        flatten(flattening, FlattenOptions.defaults(), mapper);
    }

    /** Items that are called by a letter and a number, and how many were taken; one may fail in its place. */
    private static final class Items {
        private final int size;
        private final int failingAt;
        private final Runnable failing;
        private int taken;

        Items(int size) {
            this(size, size, () -> {});
        }

        Items(int size, int failingAt, Runnable failing) {
            this.size = size;
            this.failingAt = failingAt;
            this.failing = failing;
        }

        Publisher<Object> of(Object letter) {
            return Weir.fromIterable(() -> iterator(letter));
        }

        private Iterator<Object> iterator(Object letter) {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Object next() {
                    if (next == failingAt) {
                        failing.run();
                    }
                    taken++;
                    return letter + "" + next++;
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsItemsAreEmittedAtOnceAsFarAsTheyAreDemanded(Flattening flattening) {
        Items items = new Items(5);
        flatten(flattening, items::of);
        subscriber.request(3);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2");
        assertThat(items.taken).isLessThanOrEqualTo(flattening == Flattening.MERGE ? 5 : 3);
        source.complete();
        assertThat(subscriber.isEnded()).isFalse();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "a3");
        subscriber.request(5);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "a3", "a4");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(drops.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void withoutDemandNothingIsEmitted(Flattening flattening) {
        Items items = new Items(2);
        flatten(flattening, items::of);
        source.send("a");
        assertThat(subscriber.items()).isEmpty();
        assertThat(items.taken).isLessThanOrEqualTo(flattening == Flattening.MERGE ? 2 : 0);
        subscriber.request(2);
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theLastItemThatIsDemandedEndsItWithoutMoreDemand(Flattening flattening) {
        flatten(flattening, new Items(2)::of);
        subscriber.request(2);
        source.send("a");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void oneSourceFollowsTheOther(Flattening flattening) {
        flatten(flattening, new Items(2)::of);
        subscriber.request(Long.MAX_VALUE);
        source.send("a", "b", "c");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "a1", "b0", "b1", "c0", "c1");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(source.requested()).isGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptySourceIsPassedOver(Flattening flattening) {
        flatten(flattening, letter -> Weir.fromIterable(letter.equals("b") ? List.of() : List.of(letter)));
        subscriber.request(2);
        source.send("a", "b", "c");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a", "c");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theLinesOfFilesAreReadOneFileAfterTheOther(Flattening flattening, @TempDir Path folder) throws Exception {
        Path first = Files.writeString(folder.resolve("first"), "1\n2\n");
        Path second = Files.writeString(folder.resolve("second"), "3\n");
        flatten(flattening, InnerSourceTest::linesOf);
        subscriber.request(Long.MAX_VALUE);
        source.send(first, second);
        source.complete();
        assertThat(subscriber.items()).containsExactly("1", "2", "3");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @SuppressWarnings("unchecked") // a publisher only gives items
    private static Publisher<Object> linesOf(Object file) {
        return (Publisher<Object>) (Publisher<?>) Weir.lines((Path) file);
    }

    @ParameterizedTest
    @EnumSource
    void itIsAccountedForAsAStream(Flattening flattening) {
        RecordingProbe probe = new RecordingProbe();
        flatten(flattening, FlattenOptions.defaults().probe(probe), new Items(2)::of);
        subscriber.request(2);
        source.send("a");
        assertThat(probe.expanded()).containsExactly("a");
        assertThat(probe.received()).containsExactly("a", "a0", "a1");
        assertThat(probe.emitted()).containsExactly("a0", "a1");
    }

    @ParameterizedTest
    @EnumSource
    void afterACancellationWithinAnItemNothingIsTaken(Flattening flattening) {
        Items items = new Items(5);
        subscriber.onNext(item -> {
            if (item.equals("a1")) {
                subscriber.cancel();
            }
        });
        flatten(flattening, items::of);
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(items.taken).isEqualTo(2);
        assertThat(source.isCancelled()).isTrue();
        assertThat(drops.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anInvalidRequestWithinAnItemEndsTheStreamAfterIt(Flattening flattening) {
        Items items = new Items(5);
        subscriber.onNext(item -> subscriber.request(0));
        flatten(flattening, items::of);
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0");
        assertThat(subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("§3.9");
        assertThat(items.taken).isEqualTo(1);
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatItFailsWithEndsTheStreamAfterItsItems(Flattening flattening) {
        IllegalStateException failure = new IllegalStateException("the third");
        flatten(flattening, new Items(5, 2, () -> {
            throw failure;
        })::of);
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(subscriber.error()).isSameAs(failure);
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatItFailsWithIsKeptForTheEndIfErrorsAreDelayed(Flattening flattening) {
        IllegalStateException failure = new IllegalStateException("the third");
        flatten(flattening, FlattenOptions.defaults().delayErrors(), new Items(5, 2, () -> {
            throw failure;
        })::of);
        subscriber.request(10);
        source.send("a", "b");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "a1", "b0", "b1");
        assertThat(subscriber.error()).isSameAs(failure);
    }

    @ParameterizedTest
    @EnumSource
    void anIterableThatHasNoIteratorFails(Flattening flattening) {
        IllegalStateException failure = new IllegalStateException("no iterator");
        flatten(
                flattening,
                letter -> Weir.fromIterable(() -> {
                    throw failure;
                }));
        source.send("a"); // no demand is needed
        assertThat(subscriber.error()).isSameAs(failure);
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheMachineFailsWithIsRethrown(Flattening flattening) {
        InternalError failure = new InternalError("of the machine");
        flatten(flattening, new Items(5, 1, () -> {
            throw failure;
        })::of);
        subscriber.request(10);
        assertThatThrownBy(() -> source.send("a")).isSameAs(failure);
        assertThat(subscriber.items()).containsExactly("a0");
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.isEnded()).isFalse(); // what no stream can carry went up
    }

    @ParameterizedTest
    @EnumSource
    void whatTheMachineFailsWithInAnIterableIsRethrown(Flattening flattening) {
        InternalError failure = new InternalError("of the machine");
        flatten(
                flattening,
                letter -> Weir.fromIterable(() -> {
                    throw failure;
                }));
        subscriber.request(10);
        assertThatThrownBy(() -> source.send("a")).isSameAs(failure);
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.isEnded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriberThatThrowsStopsIt(Flattening flattening) {
        Items items = new Items(5);
        IllegalStateException failure = new IllegalStateException("of the subscriber");
        subscriber.onNext(item -> {
            throw failure;
        });
        flatten(flattening, items::of);
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.lateErrors()).containsExactly(failure);
        assertThat(items.taken).isEqualTo(1);
        assertThat(source.isCancelled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void upstreamThatReentersIsHeard(Flattening flattening) {
        Items items = new Items(3);
        subscriber.onNext(item -> {
            if (item.equals("a0")) {
                source.send("b");
                source.complete();
            }
        });
        flatten(flattening, items::of);
        subscriber.request(10);
        source.send("a");
        switch (flattening) {
            case SWITCH -> assertThat(subscriber.items()).containsExactly("a0", "b0", "b1", "b2");
            case MERGE ->
                assertThat(subscriber.items())
                        .containsExactlyInAnyOrder("a0", "a1", "a2", "b0", "b1", "b2")
                        .startsWith("a0");
            case CONCAT, CONCAT_AHEAD ->
                assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "b0", "b1", "b2");
        }
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anIterableThatCompletesUpstreamIsHeardToItsEnd(Flattening flattening) {
        flatten(
                flattening,
                letter -> Weir.fromIterable(() -> {
                    source.complete();
                    return List.<Object>of("a0", "a1").iterator();
                }));
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.items()).containsExactly("a0", "a1");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void anIterableThatMakesUpstreamSendIsSuperseded() {
        TestSource<Object> newer = new TestSource<>();
        flatten(
                Flattening.SWITCH,
                letter -> letter.equals("b")
                        ? newer
                        : Weir.fromIterable(() -> {
                            source.send("b");
                            return List.<Object>of("a0", "a1").iterator();
                        }));
        subscriber.onNext(item -> newer.send("b" + item));
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.items()).isEmpty();
        subscriber.onNext(item -> {});
        newer.send("b0");
        newer.complete();
        source.complete();
        assertThat(subscriber.items()).containsExactly("b0");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void anItemThatMakesUpstreamSendIsSuperseded() {
        Items newer = new Items(2);
        flatten(
                Flattening.SWITCH,
                letter -> letter.equals("b")
                        ? newer.of("b")
                        : Weir.fromIterable(() -> Stream.<Object>of("a0", "a1", "a2")
                                .peek(item -> {
                                    if (item.equals("a1")) {
                                        source.send("b");
                                    }
                                })
                                .iterator()));
        subscriber.request(10);
        source.send("a");
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "b0", "b1");
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(drops.all().stream().map(Drops.Drop::reason))
                .as("if it was taken out at all")
                .allMatch(DropReason.SUPERSEDED::equals);
    }

    @Test
    void anItemThatIsTakenWhileUpstreamSendsAnotherIsSuperseded() {
        Items newer = new Items(1);
        RecordingProbe probe = new RecordingProbe();
        flatten(
                Flattening.SWITCH,
                FlattenOptions.defaults().probe(probe),
                letter -> letter.equals("b")
                        ? newer.of("b")
                        : Weir.fromIterable(() -> new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                return true;
                            }

                            @Override
                            public Object next() {
                                source.send("b");
                                return "a0";
                            }
                        }));
        subscriber.request(10);
        source.send("a");
        source.complete();
        assertThat(subscriber.items()).containsExactly("b0");
        assertThat(drops.all()).containsExactly(drop("a0", DropReason.SUPERSEDED));
        assertThat(probe.received()).containsExactly("a", "b", "a0", "b0");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void itCountsAsOneOfTheStreamsOfMergeMap() {
        Items items = new Items(4);
        subscriber.onNext(item -> {
            if (item.equals("a0")) {
                source.send("b"); // which was not asked for
            }
        });
        Operators.mergeMap(
                        FlattenOptions.defaults().concurrency(1).prefetch(2).onDropped(drops),
                        (Object letter) -> items.of(letter))
                .apply(source)
                .subscribe(subscriber);
        subscriber.request(1);
        source.send("a");
        assertThat(drops.all()).containsExactly(drop("b", DropReason.NO_DEMAND));
        subscriber.request(10);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "a3");
        assertThat(source.requested()).isEqualTo(2); // one at first, and one for the stream that ended
    }

    @Test
    void whatUpstreamThrowsWhenItIsAskedForMoreLeavesNothingLying() {
        IllegalStateException failure = new IllegalStateException("of upstream's request");
        TestSource<Object> first = new TestSource<>();
        Items items = new Items(1);
        flatten(Flattening.CONCAT_AHEAD, letter -> letter.equals("first") ? first : items.of(letter));
        subscriber.request(10);
        source.send("first", "a", "b", "c");
        source.onRequest(() -> {
            throw failure;
        });
        first.complete();
        assertThat(subscriber.items()).containsExactly("a0", "b0", "c0");
        assertThat(subscriber.lateErrors()).contains(failure);
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsClosedWhicheverWayItsLinesEnd(Flattening flattening, @TempDir Path folder) throws Exception {
        assumeTrue(Files.isDirectory(OPEN_FILES), "the system tells which files are open");
        Path file = Files.writeString(folder.resolve("lines"), "1\n".repeat(100));
        TestSubscriber<Object> looking = TestSubscriber.requesting(Long.MAX_VALUE);
        emptied(
                flattening,
                file,
                looking.onNext(item -> assertThat(isOpen(file)).isTrue()));
        assertThat(looking.items()).hasSize(100);
        assertThat(isOpen(file)).isFalse();

        TestSubscriber<Object> cancelling = TestSubscriber.requesting(Long.MAX_VALUE);
        emptied(flattening, file, cancelling.onNext(item -> cancelling.cancel()));
        assertThat(isOpen(file)).isFalse();

        TestSubscriber<Object> failing = TestSubscriber.requesting(Long.MAX_VALUE);
        failing.onNext(item -> {
            throw new InternalError("of the machine");
        });
        assertThatThrownBy(() -> emptied(flattening, file, failing)).isInstanceOf(InternalError.class);
        assertThat(isOpen(file)).isFalse();

        TestSubscriber<Object> failingAtTheEnd = new TestSubscriber<>() {
            @Override
            public void onError(Throwable error) {
                throw new InternalError("of the machine", error);
            }
        };
        failingAtTheEnd.onSubscribe(s -> s.request(Long.MAX_VALUE)).onNext(item -> failingAtTheEnd.request(0));
        assertThatThrownBy(() -> emptied(flattening, file, failingAtTheEnd)).isInstanceOf(InternalError.class);
        assertThat(isOpen(file)).isFalse();
    }

    @Test
    void aFileIsClosedIfTheItemOfAnotherStreamFailsFatally(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isDirectory(OPEN_FILES), "the system tells which files are open");
        Path file = Files.writeString(folder.resolve("lines"), "1\n".repeat(100));
        flatten(Flattening.MERGE, item -> item instanceof Path ? linesOf(item) : Weir.just(item));
        subscriber.onNext(item -> {
            if (item.equals("1")) {
                subscriber.onNext(other -> {
                    throw new InternalError("of the machine");
                });
                source.send("2"); // upstream re-enters
            }
        });
        subscriber.request(Long.MAX_VALUE);
        assertThatThrownBy(() -> source.send(file)).isInstanceOf(InternalError.class);
        assertThat(isOpen(file)).isFalse();
    }

    private static void emptied(Flattening flattening, Path file, TestSubscriber<Object> receiver) {
        TestSource<Object> upstream = new TestSource<>();
        flattening
                .of(FlattenOptions.defaults(), InnerSourceTest::linesOf)
                .apply(upstream)
                .subscribe(receiver);
        upstream.send(file);
    }

    private static boolean isOpen(Path file) {
        try (Stream<Path> descriptors = Files.list(OPEN_FILES)) {
            return descriptors.anyMatch(descriptor -> leadsTo(file, descriptor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean leadsTo(Path file, Path descriptor) {
        try {
            return Files.isSameFile(file, descriptor);
        } catch (IOException e) {
            return false; // closed by now, or no file
        }
    }

    @Test
    void aSourceThatIsSupersededAndThenFailsDoesSoLate() {
        IllegalStateException failure = new IllegalStateException("late");
        Items fine = new Items(1);
        Iterable<Object> failing = () -> new Iterator<>() {
            private boolean sent;

            @Override
            public boolean hasNext() {
                if (sent) {
                    source.send("b");
                    throw failure;
                }
                return true;
            }

            @Override
            public Object next() {
                sent = true;
                return "a0";
            }
        };
        flatten(Flattening.SWITCH, letter -> letter.equals("a") ? Weir.fromIterable(failing) : fine.of(letter));
        subscriber.request(10);
        source.send("a");
        assertThat(subscriber.lateErrors()).containsExactly(failure);
        source.complete();
        assertThat(subscriber.items()).containsExactly("a0", "b0");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    /** Items a0, a1 and so on, and then it waits to be let go. */
    private static final class Waiting {
        final CountDownLatch waits = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);

        Publisher<Object> after(int items) {
            return Weir.fromIterable(() -> new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    if (next == items) {
                        waits.countDown();
                        Threads.await(letGo);
                    }
                    return next <= items;
                }

                @Override
                public Object next() {
                    return "a" + next++;
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRestThatTakesItsTimeDoesNotHoldBackWhatItHasGiven(Flattening flattening) {
        Waiting waiting = new Waiting();
        flatten(flattening, letter -> waiting.after(3));
        subscriber.request(flattening == Flattening.MERGE ? 1 : 3);
        Thread upstream = Threads.start(() -> source.send("a"));
        Threads.await(waiting.waits);
        subscriber.request(5);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2");
        waiting.letGo.countDown();
        Threads.join(upstream);
        assertThat(subscriber.items()).containsExactly("a0", "a1", "a2", "a3");
    }

    @ParameterizedTest
    @EnumSource(names = {"MERGE", "SWITCH"})
    void aSourceThatTakesItsTimeDoesNotHoldBackWhatCameFromWithinItsItem(Flattening flattening) {
        Waiting waiting = new Waiting();
        Items items = new Items(2);
        subscriber.onNext(item -> {
            if (item.equals("a0")) {
                source.send("b");
            }
        });
        flatten(flattening, letter -> letter.equals("b") ? items.of("b") : waiting.after(1));
        subscriber.request(10);
        Thread upstream = Threads.start(() -> source.send("a"));
        if (flattening == Flattening.MERGE) {
            Threads.await(waiting.waits);
        } else {
            Threads.join(upstream); // what is superseded is not asked any more
        }
        assertThat(subscriber.items()).containsExactly("a0", "b0", "b1");
        waiting.letGo.countDown();
        Threads.join(upstream);
        source.complete();
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void mergeMapGivesItNoMoreThanItsTurnBesideAnotherStream() {
        TestSource<Object> other = new TestSource<>();
        Items items = new Items(3);
        flatten(Flattening.MERGE, letter -> letter.equals("other") ? other : items.of(letter));
        source.send("other");
        other.send("o0", "o1");
        source.send("a");
        subscriber.request(2);
        assertThat(subscriber.items()).containsExactly("o0", "a0");
        subscriber.request(10);
        other.complete();
        source.complete();
        assertThat(subscriber.items()).containsExactlyInAnyOrder("o0", "a0", "o1", "a1", "a2");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aMillionItemsOneAtATimeNeedAConstantStack(Flattening flattening) {
        assertThat(receivedOneAtATime(flattening, 1, MILLION)).isEqualTo(MILLION);
    }

    @ParameterizedTest
    @EnumSource
    void aMillionSourcesOneItemAtATimeNeedAConstantStack(Flattening flattening) {
        assertThat(receivedOneAtATime(flattening, MILLION / 2, 2)).isEqualTo(MILLION);
    }

    private static long receivedOneAtATime(Flattening flattening, int sources, int size) {
        AtomicLong received = new AtomicLong();
        TestSubscriber<Object> oneAtATime = new TestSubscriber<>() {
            @Override
            public void onNext(Object item) {
                received.incrementAndGet();
                request(1);
            }
        };
        List<Object> items = IntStream.range(0, size).<Object>mapToObj(n -> n).toList();
        Publisher<Object> stage = flattening
                .of(FlattenOptions.defaults(), letter -> Weir.fromIterable(items))
                .apply(Weir.range(0, sources).via(Operators.map((Integer n) -> (Object) n)));
        Threads.withSmallStack(() -> stage.subscribe(oneAtATime.onSubscribe(s -> s.request(1))));
        assertThat(oneAtATime.isCompleted()).isTrue();
        return received.get();
    }
}
