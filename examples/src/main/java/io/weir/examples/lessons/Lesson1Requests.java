package io.weir.examples.lessons;

import io.weir.Weir;

/** Items come when they are asked for: request(n) says how many more. */
final class Lesson1Requests implements Lesson {
    @Override
    public void run(Board board) {
        // A producer that could send a thousand numbers at once.
        Weir<Integer> numbers = Weir.range(1, 1_000).via(board.recorder().boundary("ask, get", "range"));
        Reader<Integer> first = board.reader(numbers);
        board.at(10, () -> first.request(3));
        board.at(20, () -> first.request(2));
        board.at(40, first::cancel);

        // One that takes 10 ms for each number: here requests add up.
        Weir<Integer> slow = board.paced(1_000, 10).via(board.recorder().boundary("requests add up", "paced"));
        Reader<Integer> second = board.reader(slow);
        board.at(5, () -> second.request(1));
        board.at(6, () -> second.request(2));
        board.at(60, second::cancel);

        // The same, for a reader that wants everything. It is never asked again.
        Weir<Integer> all = board.paced(4, 10).via(board.recorder().boundary("everything", "paced"));
        Reader<Integer> third = board.reader(all);
        board.at(10, () -> third.request(Long.MAX_VALUE));

        board.runUntil(70);
    }

    @Override
    public String title() {
        return "What request(n) means";
    }

    @Override
    public String idea() {
        return """
            A subscriber says how many more items it can take, and the publisher sends that many and then waits.
            The sum of what was asked for, less what has come, is the outstanding demand.""";
    }

    @Override
    public String look() {
        return """
            Each request goes up, against the items. In "ask, get" the producer could send a thousand numbers at
            once; it sends three, because three were asked for. In "requests add up" the second request comes
            before the first is answered: 1 + 2 are three items, not two. Long.MAX_VALUE is "everything".""";
    }

    @Override
    public String question() {
        return "Between 20 ms and 40 ms nothing moves in \"ask, get\". Who waits for whom, and how does the picture say so?";
    }

    @Override
    public String change() {
        return "Ask for 1,000 at once, or cancel at 15 ms in \"requests add up\": what was still asked for then?";
    }
}
