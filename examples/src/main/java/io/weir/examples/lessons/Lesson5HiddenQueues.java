package io.weir.examples.lessons;

import static io.weir.reactor.ReactorAdapter.via;

import io.weir.timeline.Recorder;
import io.weir.timeline.Timeline;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** A stage that asks for more than it is asked for must keep what comes: a queue that is in no diagram. */
final class Lesson5HiddenQueues implements Lesson {
    @Override
    public void run(Board board) {
        Scheduler worker = board.scheduler();
        read(board, "nothing between", numbers -> numbers);
        read(board, "publishOn, prefetch 8", numbers -> numbers.publishOn(worker, 8));
        read(
                board,
                "two of them",
                numbers -> numbers.publishOn(worker, 8)
                        .transform(via(board.recorder().boundary("two of them", "middle")))
                        .publishOn(worker, 8));
        board.runUntil(80);
    }

    /** A reader that takes 20 ms for each number, and gives up when it has had three. */
    private static void read(Board board, String name, UnaryOperator<Flux<Integer>> between) {
        Recorder recorder = board.recorder();
        Flux<Integer> source = Flux.range(1, 1_000).transform(via(recorder.boundary(name, "source")));
        Flux<Integer> end = between.apply(source).transform(via(recorder.boundary(name, "end")));
        Reader<Integer> reader = board.slowReader(end, 20);
        board.at(50, () -> {
            reader.cancel();
            board.say(name + ": read " + reader.items() + ", made " + sent(board.timeline(), name));
        });
    }

    /** How many items the first stage of a chain has sent. */
    private static long sent(Timeline timeline, String name) {
        return timeline.chains().stream()
                .filter(chain -> chain.name().equals(name))
                .mapToLong(chain ->
                        timeline.stages().get(chain.stages().get(0)).totals().emitted())
                .sum();
    }

    @Override
    public String title() {
        return "Prefetch and hidden queues";
    }

    @Override
    public String idea() {
        return """
            A stage that asks its source for more than its reader asks of it must keep what comes. That is a queue,
            even if nobody drew one: what waits in it is old when it is read, and was made for nothing when
            the reader leaves.""";
    }

    @Override
    public String look() {
        return """
            Each reader asks for one number at a time and gives up after three. Compare what the source was asked
            for with what the reader asked for: the difference sat in between, and was made for nothing. Two such
            stages have two such queues.""";
    }

    @Override
    public String question() {
        return "The usual prefetch of publishOn is 256. What if each item is a megabyte?";
    }

    @Override
    public String change() {
        return "Give publishOn a prefetch of 1, or put Reactor's flatMap there: 256 at once, and 32 of each.";
    }
}
