package io.weir.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.Threads;
import io.weir.timeline.Ring.Written;
import io.weir.timeline.Timeline.Kind;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
    private static final Kind[] KINDS = Kind.values();
    private static final int WRITERS = 4;
    private static final int EVENTS = 100_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 100, 1000, 100_000})
    void asManyAsItIsForAreOfInterestAndStillThere(int most) {
        Ring ring = new Ring(most);
        for (int i = 0; i < 3 * most; i++) {
            write(ring, i);
        }
        long oldest = ring.oldest(ring.written());
        assertThat(ring.written() - oldest).isEqualTo(most);
        assertThat(ring.oldestLeft()).isLessThanOrEqualTo(oldest);
        assertThat(ring.before(ring.written()))
                .filteredOn(event -> event.sequence() >= oldest)
                .hasSize(most);
    }

    @Test
    void anEventComesBackAsItWasWritten() {
        Ring ring = new Ring(10);
        ring.write(-5, (1 << 27) - 1, Kind.CANCELLED, Long.MAX_VALUE, Long.MIN_VALUE, "about");
        Thread here = Thread.currentThread();
        assertThat(ring.before(ring.written()))
                .containsExactly(new Written(
                        0,
                        -5,
                        (1 << 27) - 1,
                        Kind.CANCELLED,
                        here.getId(),
                        here.getName(),
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        "about"));
    }

    /** All parts of an event say the same number, so that one that is mixed of two would show. */
    private static void write(Ring ring, long number) {
        ring.write(number, (int) number, KINDS[(int) (number % KINDS.length)], number, number, number);
    }

    /** Quick, so that the reader reads more than it checks. */
    private static boolean isWhole(Written event) {
        long number = event.time();
        return event.stage() == number
                && event.kind() == KINDS[(int) (number % KINDS.length)]
                && event.number() == number
                && event.before() == number
                && Long.valueOf(number).equals(event.about())
                && event.threadName().equals("writer " + number / EVENTS);
    }

    @RepeatedTest(20)
    void noEventIsEverMixedOfTwoAndAtRestTheLastOnesAreThere() {
        Ring ring = new Ring(64);
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> new Thread(
                        () -> LongStream.range((long) writer * EVENTS, (writer + 1L) * EVENTS)
                                .forEach(number -> write(ring, number)),
                        "writer " + writer))
                .toList();
        Queue<Written> mixed = new ConcurrentLinkedQueue<>();
        Thread reader = Threads.start(() -> {
            while (!over.get()) {
                ring.before(ring.written()).stream()
                        .filter(event -> !isWhole(event))
                        .forEach(mixed::add);
            }
        });
        writers.forEach(Thread::start);
        writers.forEach(Threads::join);
        over.set(true);
        Threads.join(reader);

        assertThat(mixed).isEmpty();
        assertThat(ring.written()).isEqualTo((long) WRITERS * EVENTS);
        List<Written> left = ring.before(ring.written());
        assertThat(left).allMatch(RingTest::isWhole);
        Set<Long> sequences = new HashSet<>(left.stream().map(Written::sequence).toList());
        assertThat(sequences).hasSameSizeAs(left);
        assertThat(sequences)
                .containsAll(LongStream.range(ring.oldest(ring.written()), ring.written())
                        .boxed()
                        .toList());
    }

    /** As if a thread had been stopped in the middle of writing the first event, for three rounds. */
    @Test
    void aSlotThatIsKeptBusyLosesNoEvent() throws ReflectiveOperationException {
        Ring ring = new Ring(64);
        write(ring, 0);
        Field words = Ring.class.getDeclaredField("words");
        words.setAccessible(true);
        ((long[]) words.get(ring))[0] = -1;
        for (int i = 1; i < 3 * 64; i++) {
            write(ring, i);
        }

        assertThat(ring.before(ring.written()))
                .extracting(Written::sequence)
                .containsAll(LongStream.range(2 * 64, 3 * 64).boxed().toList())
                .hasSizeLessThanOrEqualTo(64 + 1);
    }

    @Test
    void eventsOfOneThreadAreNumberedAsTheyCome() {
        Ring ring = new Ring(1000);
        for (int i = 0; i < 500; i++) {
            write(ring, i);
        }
        assertThat(ring.before(ring.written()).stream().sorted(Comparator.comparingLong(Written::sequence)))
                .extracting(Written::time)
                .isSorted()
                .hasSize(500);
    }
}
