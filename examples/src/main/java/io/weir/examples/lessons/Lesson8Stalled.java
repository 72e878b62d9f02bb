package io.weir.examples.lessons;

import static io.weir.Operators.concatMap;

import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.timeline.Timeline;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Nothing moves any more. Which stage is not asking? */
final class Lesson8Stalled implements Lesson {
    @Override
    public void run(Board board) {
        Weir<Integer> numbers = board.paced(100, 5);
        Weir<Integer> twoNumbers = Weir.from(Flux.concat(board.paced(2, 5), Flux.never()));

        pipeline(board, "A", numbers, n -> board.later(5, n)).request(2);
        pipeline(board, "B", numbers, n -> n < 3 ? board.later(5, n) : Flux.never())
                .request(5);
        pipeline(board, "C", twoNumbers, n -> board.later(5, n)).request(5);
        board.runUntil(100);

        Timeline timeline = board.timeline();
        timeline.chains().forEach(chain -> board.say(chain.name() + ": " + culprit(timeline, chain)));
    }

    private static Reader<Integer> pipeline(
            Board board, String name, Weir<Integer> source, Function<Integer, Publisher<Integer>> lookUp) {
        FlattenOptions options = FlattenOptions.defaults()
                .named("look up")
                .probe(board.recorder().chain(name));
        return board.reader(
                source.via(board.recorder().boundary(name, "source")).via(concatMap(options, lookUp)));
    }

    /** Goes up from the reader. Where nothing is outstanding, whoever is below does not ask. */
    static String culprit(Timeline timeline, Timeline.Chain chain) {
        String below = "the reader";
        List<Integer> upstreamFirst = chain.stages();
        for (int i = upstreamFirst.size() - 1; i >= 0; i--) {
            Timeline.Stage stage = timeline.stages().get(upstreamFirst.get(i));
            if (stage.totals().requested() == stage.totals().emitted()) {
                return below + " does not ask";
            }
            below = "\"" + stage.name() + "\"";
        }
        return "everybody asks; the source does not send";
    }

    @Override
    public String title() {
        return "Reading a stalled pipeline";
    }

    @Override
    public String idea() {
        return """
            Three pipelines, and each of their readers got two numbers and then nothing. From below they look alike.
            The outstanding demand at each boundary tells them apart: go up from the reader to the first boundary
            at which nothing is outstanding. Whoever stands below it is the one that does not ask.""";
    }

    @Override
    public String look() {
        return """
            The last line of each boundary that has a number at its right: is it 0? The three lines under the drawing
            were found in just this way, by the method culprit of the program.""";
    }

    @Override
    public String question() {
        return "In a pipeline that stalls now and then, what would you have to record to see why?";
    }

    @Override
    public String change() {
        return "Put mergeMap with 2 at once in the place of concatMap: does B stall at the same number?";
    }
}
