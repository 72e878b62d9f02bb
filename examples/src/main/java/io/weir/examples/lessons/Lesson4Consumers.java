package io.weir.examples.lessons;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.smallrye.mutiny.Multi;
import io.weir.Weir;
import io.weir.examples.neighbours.OnTheWire;
import io.weir.timeline.Timeline;
import io.weir.timeline.Timeline.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** What operators and clients of other libraries ask of a publisher. Nothing is typed in: each of them is run. */
final class Lesson4Consumers implements Lesson {
    private static final String ROW = "%-22s %s%n";
    private static final int SHOWN = 5;

    @Override
    public void run(Board board) throws Exception {
        Scheduler clock = board.scheduler();
        reactor(board, "publishOn", 1_000, flux -> flux.publishOn(clock));
        reactor(board, "flatMap", 270, flux -> flux.flatMap(n -> board.later(1, n)));
        reactor(board, "concatMap", 6, flux -> flux.concatMap(n -> board.later(1, n)));
        reactor(board, "limitRate(10)", 42, flux -> flux.limitRate(10));

        rxJava(board, "observeOn", 500, flow -> flow.observeOn(Schedulers.from(board.worker())));
        rxJava(board, "flatMap", 140, flow -> flow.flatMap(n -> board.later(1, n)));
        rxJava(board, "concatMap", 11, flow -> flow.concatMap(n -> board.later(1, n)));

        mutiny(board, "emitOn", 1_300, multi -> multi.emitOn(board.worker()));

        // Over a connection within this machine
        ask(board, "HttpClient, a body", 10, OnTheWire::httpClient);
        ask(board, "reactor-netty send", 400, OnTheWire::nettySend);
        ask(board, "RSocket limitRate(4)", 20, numbers -> OnTheWire.rsocket(numbers, 4));
    }

    private static void reactor(Board board, String name, int count, UnaryOperator<Flux<Integer>> operator)
            throws Exception {
        ask(
                board,
                "Reactor " + name,
                count,
                numbers -> operator.apply(Flux.from(numbers)).subscribe());
    }

    private static void rxJava(Board board, String name, int count, UnaryOperator<Flowable<Integer>> operator)
            throws Exception {
        ask(
                board,
                "RxJava " + name,
                count,
                numbers -> operator.apply(Flowable.fromPublisher(numbers)).subscribe());
    }

    private static void mutiny(Board board, String name, int count, UnaryOperator<Multi<Integer>> operator)
            throws Exception {
        ask(
                board,
                "Mutiny " + name,
                count,
                numbers -> operator.apply(Multi.createFrom().publisher(numbers.toFlow()))
                        .subscribe()
                        .with(n -> {}));
    }

    private interface Consumer {
        void takeAll(Weir<Integer> numbers) throws Exception;
    }

    /** Lets somebody take so many numbers, which are there as soon as they are asked for. */
    private static void ask(Board board, String name, int count, Consumer consumer) throws Exception {
        consumer.takeAll(Weir.range(1, count).via(board.recorder().boundary(name, "range")));
        board.runFor(20);
    }

    /** The first requests of each; the page has them all, with what they were answered with. */
    @Override
    public String drawing(Timeline timeline, int columns) {
        StringBuilder text = new StringBuilder(String.format(ROW, "who asks", "its first requests"));
        for (Timeline.Chain chain : timeline.chains()) {
            text.append(String.format(
                    ROW, chain.name(), requests(timeline, chain.stages().get(0))));
        }
        return text.toString();
    }

    private static String requests(Timeline timeline, int source) {
        List<String> all = timeline.events().stream()
                .filter(event -> event.stage() == source && event.kind() == Kind.REQUESTED)
                .map(event -> String.valueOf(event.n()))
                .toList();
        return String.join(", ", all.subList(0, Math.min(SHOWN, all.size()))) + (all.size() > SHOWN ? ", …" : "");
    }

    @Override
    public String title() {
        return "How real consumers ask";
    }

    @Override
    public String idea() {
        return """
            Most sources are asked by a library, and each has its habits: a batch, and then part of it again and
            again; as many as may run at once, and then one for each; or one at a time. Nothing here is typed in:
            each of these was run, with a source that sends what it is asked for.""";
    }

    @Override
    public String look() {
        return """
            The first number is how many items may wait in that consumer. The second says when it asks again: 192 of
            256 means when three quarters are gone, 256 when all are, and 1 for each. The page has all their requests,
            and the items that came.""";
    }

    @Override
    public String question() {
        return "Behind publishOn a reader takes 50 ms for each item. How old is an item when it gets there?";
    }

    @Override
    public String change() {
        return "Give flatMap a concurrency of 4, or publishOn a prefetch of 1. Add what your own library has.";
    }
}
