package io.weir.benchmarks;

import io.weir.benchmarks.OwnMethod.Lengths;
import io.weir.benchmarks.grid.IdleBytes;
import io.weir.benchmarks.grid.InsideReactor;
import io.weir.benchmarks.grid.InsideRxJava;
import io.weir.benchmarks.grid.MergeThreads;
import io.weir.benchmarks.grid.Overload;
import io.weir.benchmarks.grid.OwnSource;
import io.weir.benchmarks.grid.Recording;
import io.weir.benchmarks.grid.SameThread;
import io.weir.benchmarks.grid.ShortStream;
import io.weir.benchmarks.grid.SourceAlone;
import io.weir.benchmarks.grid.TwoThreads;
import io.weir.benchmarks.grid.WaitingTime;
import io.weir.benchmarks.report.Section;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All that is measured, in the order of the page. */
enum Grid {
    SAME_THREAD(
            JmhMethod.of(SameThread.class).quick("demand", "128").quick("operator", Chosen.OPERATORS),
            "ns per item",
            "Everything on one thread, from a neutral source: a plain publisher of which no library knows anything. The floor is"
                    + " a loop over the items; for those that flatten, a loop that subscribes to each inner stream, which is a neutral"
                    + " source too, and passes its items on. `sample` is not here: what it takes is up to the clock."),
    SOURCE_ALONE(
            JmhMethod.of(SourceAlone.class),
            "ns per item",
            "What the neutral source and the subscriber of SameThread take with no operator between them, and how many times the floor"
                    + " that is: the loop over items, or the one over inner streams of 1000. Who passes requests on to the source, or"
                    + " subscribes to inner streams, cannot take less; who asks for everything at once spares the source the"
                    + " requests."),
    OWN_SOURCE(
            JmhMethod.of(OwnSource.class).quick("demand", "128").quick("operator", Chosen.OWN),
            "ns per item",
            "Everything on one thread, and each library at home: its own source, the inner streams that its users would write, and"
                    + " whatever its pieces do for one another behind the protocol. The peers have a subscriber of their own kind."
                    + " \"of just\": the inner streams are made by the `just` of each."),
    SHORT_STREAM(
            JmhMethod.of(ShortStream.class).quick("operator", "drop", "buffer", "latest", "map", "mergeMap"),
            "ns per stream",
            "The whole life of a stream of one item: put together, subscribed to, one item, the end."),
    INSIDE_REACTOR(
            JmhMethod.of(InsideReactor.class).quick("demand", "128").quick("operator", Chosen.INSIDE_PEERS),
            "ns per item",
            "One operator between two of Reactor's: Reactor's own, or ours through the adapter. Everything else is the same,"
                    + " the subscriber too, which is of Reactor's kind. Above stands `doOnNext`, below `takeWhile`, each with"
                    + " nothing to do."
                    + " \"of just\": the inner streams are made by `Flux.just`."),
    INSIDE_RX_JAVA(
            JmhMethod.of(InsideRxJava.class).quick("demand", "128").quick("operator", Chosen.INSIDE_PEERS),
            "ns per item",
            "One operator between two of RxJava's: RxJava's own, or ours through the adapter. Everything else is the same,"
                    + " the subscriber too, which is of RxJava's kind. Above stands `doOnNext`, below `takeWhile`, each with"
                    + " nothing to do."
                    + " \"of just\": the inner streams are made by `Flowable.just`."),
    TWO_THREADS(
            JmhMethod.of(TwoThreads.class).quick("operator", "buffer", "buffer.dropOldest", "latest", "drop"),
            "ns per produced item",
            "A producer on one thread, which sends as fast as it can, and a consumer on another, which asks for 128 at a time."
                    + " `buffer` delivers everything; of the others all deliver half, by a rule that keeps the two threads within"
                    + " reach of one another. The floor is a bare queue in every row: it hands over everything or half, and refuses"
                    + " what comes when it is full. To drop the oldest or to keep the newest is more work than that; `drop` hands"
                    + " nothing over, and may take less."),
    MERGE_THREADS(
            JmhMethod.of(MergeThreads.class),
            "ns per item",
            "Four inner streams at once, which send on two threads; all contenders prefetch 128 items."),
    WAITING_TIME(
            new OwnMethod(
                    WaitingTime.class.getSimpleName(),
                    WaitingTime.OPERATORS,
                    List.of("buffer", "latest"),
                    seconds(1, 5),
                    WaitingTime::measure,
                    WaitingTime::expected),
            "ns",
            "How long an item is on its way between two threads, from when it was due. The rate is the same for all: half of what"
                    + " the slowest sustains. The floor is a bare queue. What a thread without a core makes others wait is in it,"
                    + " which is most of p99: only where the spreads do not overlap has anything been shown."),
    OVERLOAD(
            new OwnMethod(
                    Overload.class.getSimpleName(),
                    Overload.OPERATORS,
                    List.of("buffer.dropOldest", "latest", "drop"),
                    seconds(2, 30),
                    Overload::measure,
                    Overload::expected),
            "ns per delivery",
            "A producer that is ten times faster than the consumer. The floor is what the consumer alone can do, with a source"
                    + " that always has an item, before and after; for `sample` it is the period of 1 ms. The contenders run one"
                    + " after the other, and each of the ten values of one is of a tenth of its time.",
            new Section(
                    Overload.IN_TIME,
                    "tenth of the time",
                    "The same runs, from begin to end: what is in use after a garbage collection, in the JVM that measures, and"
                            + " how many deliveries there were. In a full run ours is under load for 30 s, the peers for 10 s."
                            + " What changes by no more than 5 % from the first half to the second is called flat.")),
    IDLE_BYTES(
            new OwnMethod(
                    IdleBytes.class.getSimpleName(),
                    IdleBytes.OPERATORS,
                    IdleBytes.OPERATORS,
                    seconds(1, 1),
                    (operator, unused) -> IdleBytes.measure(operator),
                    unused -> Duration.ofMillis(100)),
            "bytes",
            "What an operator holds for a subscriber that has requested one item and got none yet. The queue of `buffer` and its"
                    + " policies is made by ours when the first item waits, by the peers at once: that is most of these rows, and of"
                    + " the mean."),
    RECORDING(
            JmhMethod.of(Recording.class).quick("stage", "no stage", "buffer"),
            "ns per item",
            "What it costs to watch a stage of ours: nobody does, or a probe of which every method is empty, one that counts,"
                    + " or a recorder that keeps the last 100,000 events. An item is two events, received and emitted; with"
                    + " `mergeMap` it is four, since it is expanded and the item of its stream received in its place. \"no stage\""
                    + " is a loop that tells the probe itself.");

    @SuppressWarnings("ImmutableEnumChecker") // it is, which Error Prone cannot see
    private final Method method;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Section> sections;

    Grid(Method method, String unit, String about, Section... more) {
        this.method = method;
        this.sections = Stream.concat(Stream.of(new Section(method.grid(), unit, about)), Stream.of(more))
                .toList();
    }

    private static Lengths seconds(long quick, long full) {
        return new Lengths(Duration.ofSeconds(quick), Duration.ofSeconds(full));
    }

    Method method() {
        return method;
    }

    static List<Method> methods() {
        return Stream.of(values()).map(Grid::method).toList();
    }

    static List<Section> sections() {
        return Stream.of(values()).flatMap(grid -> grid.sections.stream()).toList();
    }

    /** What is in the quick run. */
    private static final class Chosen {
        private static final List<String> SIMPLE = List.of("drop", "buffer", "latest", "map");

        static final String[] OPERATORS = with("1", "1000");
        static final String[] OWN = with("just", "1000");
        static final String[] INSIDE_PEERS = with("1", "1000", "just");

        private static String[] with(String... inners) {
            Stream<String> flattening = Stream.of("concatMap", "mergeMap", "switchMap")
                    .flatMap(operator -> Stream.of(inners).map(inner -> operator + " of " + inner));
            return Stream.concat(SIMPLE.stream(), flattening).toArray(String[]::new);
        }
    }
}
