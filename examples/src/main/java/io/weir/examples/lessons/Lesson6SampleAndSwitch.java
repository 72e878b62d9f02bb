package io.weir.examples.lessons;

import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;

import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.timing.SampleOperator;
import java.time.Duration;

/** Two ways to look at less than all: the newest of each period, or only what nothing newer has overtaken. */
final class Lesson6SampleAndSwitch implements Lesson {
    @Override
    public void run(Board board) {
        Weir<Integer> live = board.live(12, 10); // a number every 10 ms

        // Every 35 ms the newest of them, for a reader that is fast enough, and for one that takes 60 ms.
        SampleOperator every35 =
                sample(Duration.ofMillis(35)).timer(board.timer()).named("sample(35 ms)");
        board.slowReader(live.via(every35.probe(board.recorder().chain("sample"))), 1);
        board.slowReader(live.via(every35.probe(board.recorder().chain("sample, slow reader"))), 60);

        // A look-up for each, which takes 8 ms for odd numbers and 15 ms, too long, for even ones.
        FlattenOptions watched =
                FlattenOptions.defaults().probe(board.recorder().chain("switchMap"));
        Weir<String> answers = live.via(switchMap(watched, n -> board.later(n % 2 == 1 ? 8 : 15, "about " + n)));
        board.slowReader(answers, 1);

        board.runUntil(200);
    }

    @Override
    public String title() {
        return "Sampling and switching";
    }

    @Override
    public String idea() {
        return """
            If only what is new matters, less is enough: sample lets the newest of each period through, and
            switchMap calls off the work on an item as soon as a newer one comes.""";
    }

    @Override
    public String look() {
        return """
            sample sends nothing without demand: for the slow reader what was sampled waits, and a newer one may take
            its place. Under switchMap each number becomes a stream (⇉). The look-ups of even numbers take 15 ms and are
            called off by the next number after 10 ms; only the last of them has nothing to overtake it.""";
    }

    @Override
    public String question() {
        return "A number comes every 5 ms. What does the reader of switchMap get, and when?";
    }

    @Override
    public String change() {
        return "Let every look-up take 15 ms. Then put concatMap in its place: what becomes of a source that cannot wait?";
    }
}
