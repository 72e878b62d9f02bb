package io.weir.examples.lessons;

import static io.weir.Operators.buffer;
import static io.weir.Operators.drop;
import static io.weir.Operators.latest;

import io.weir.Configurable;
import io.weir.IdentityOperator;
import io.weir.Weir;
import io.weir.spi.CountingProbe;
import io.weir.spi.Probe;
import java.util.LinkedHashMap;
import java.util.Map;

/** A producer that cannot wait, and a reader that is too slow: fail, give up the oldest, drop, or keep the latest. */
final class Lesson3FourAnswers implements Lesson {
    private final Map<String, CountingProbe> counted = new LinkedHashMap<>();

    @Override
    public void run(Board board) {
        Weir<Integer> live = board.live(10, 10); // a number every 10 ms, asked for or not

        answer(board, live, "fail", buffer(2));
        answer(board, live, "drop the oldest", buffer(2).dropOldest());
        answer(board, live, "drop", drop());
        answer(board, live, "keep the latest", latest());

        board.runUntil(300);
        counted.forEach((name, probe) -> board.say(Tally.line(name, probe.snapshot())));
    }

    private <O extends IdentityOperator & Configurable<O>> void answer(
            Board board, Weir<Integer> live, String name, O policy) {
        CountingProbe counting = Probe.counting();
        counted.put(name, counting);
        O watched = policy.probe(counting.and(board.recorder().chain(name)));
        board.slowReader(live.via(watched), 32); // 32 ms for each number
    }

    /** What the probes counted, beside the recorder. */
    Map<String, CountingProbe> counted() {
        return counted;
    }

    @Override
    public String title() {
        return "The four answers to a fast producer";
    }

    @Override
    public String idea() {
        return """
            A number comes every 10 ms and cannot be held up; the reader takes 32 ms for each. Somebody must give.
            There are four answers, and all of them are decisions: fail, give up what is old, give up what
            nobody has asked for, or keep only the latest.""";
    }

    @Override
    public String look() {
        return """
            The input and the reader are the same four times. See which numbers arrive, how old they are when they
            do, and which are dropped. Each number ends once: it is delivered, or dropped with a reason.""";
    }

    @Override
    public String question() {
        return "Your items are stock prices. Which answer? And if they are payments?";
    }

    @Override
    public String change() {
        return "Put buffer(2).dropNewest() in, or let the reader take 8 ms: which of the four still lose anything?";
    }
}
