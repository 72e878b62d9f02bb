package io.weir.examples.lessons;

import static io.weir.Operators.mergeMap;

import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.timeline.Recorder;
import io.weir.timeline.Timeline;
import io.weir.timeline.Timeline.Kind;
import java.util.concurrent.TimeUnit;

/** How many at once: mergeMap(n) asks for n items, and for one more whenever one of them is through. */
final class Lesson7BoundedConcurrency implements Lesson {
    @Override
    public void run(Board board) {
        atOnce(board, 1);
        atOnce(board, 3);
        board.runUntil(300);

        Timeline timeline = board.timeline();
        for (Timeline.Chain chain : timeline.chains()) {
            board.say(chain.name() + ": all through after " + millisToTheEnd(timeline, chain) + " ms");
        }
    }

    /** Six look-ups, of which the odd ones take 20 ms and the even ones 40 ms. */
    private static void atOnce(Board board, int n) {
        Recorder recorder = board.recorder();
        String name = n + " at once";
        FlattenOptions options = FlattenOptions.defaults().concurrency(n).named("mergeMap(" + n + ")");
        Weir<String> answers = Weir.range(1, 6)
                .via(recorder.boundary(name, "range"))
                .via(mergeMap(
                        options.probe(recorder.chain(name)), i -> board.later(i % 2 == 1 ? 20 : 40, "about " + i)));
        board.reader(answers).request(Long.MAX_VALUE);
    }

    private static long millisToTheEnd(Timeline timeline, Timeline.Chain chain) {
        return timeline.events().stream()
                .filter(event -> chain.stages().contains(event.stage()) && event.kind() == Kind.COMPLETED)
                .mapToLong(event -> TimeUnit.NANOSECONDS.toMillis(event.nanos()))
                .max()
                .orElseThrow();
    }

    @Override
    public String title() {
        return "Bounded concurrency";
    }

    @Override
    public String idea() {
        return """
            mergeMap(n) works on n items at once. It says so to its source: it asks for n, and then for one more
            each time that one of them is through. So the source is held back by the work, not by a queue.""";
    }

    @Override
    public String look() {
        return """
            The requests to the source: as many as may run at once, and then 1 for each that is through. The reader
            asks for everything (∞), and still the source is held back (‖). Note the order of the answers.""";
    }

    @Override
    public String question() {
        return "With 3 at once some answers overtake others. What would you take if the order matters?";
    }

    @Override
    public String change() {
        return "Let the reader ask for one answer every 50 ms: who is asked for how much then?";
    }
}
