package io.weir.examples.lessons;

import static io.weir.Operators.buffer;
import static io.weir.Operators.drop;
import static io.weir.Operators.take;

import io.weir.Weir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Operators;

/** The rules of the specification have three parts: what a publisher, a subscriber and a subscription must keep. */
final class Lesson2Rules implements Lesson {
    @Override
    public void run(Board board) {
        publisher(board);
        subscriber(board);
        subscription(board);
        board.runUntil(60);
    }

    private static void publisher(Board board) {
        Publisher<Integer> careless = to -> {
            to.onSubscribe(Operators.emptySubscription());
            to.onNext(1);
            to.onNext(2);
            to.onNext(3);
            to.onComplete();
            to.onNext(4); // §1.7 forbids this
        };
        Weir<Integer> kept =
                Weir.from(careless).via(buffer(3).probe(board.recorder().chain("§1 the publisher")));
        Reader<Integer> reader = board.reader(kept);
        board.at(10, () -> reader.request(2));
        board.at(30, () -> reader.request(5)); // fewer come, since the stream ends (§1.2)
    }

    private static void subscriber(Board board) {
        Weir<Integer> live = board.live(6, 10).via(drop().probe(board.recorder().chain("§2 the subscriber")));
        Reader<Integer> reader = board.reader(live);
        board.at(15, () -> reader.request(5)); // before that it gets nothing (§2.1)
        board.at(45, reader::cancel); // whoever wants no more says so (§2.6)
    }

    private static void subscription(Board board) {
        Weir<Integer> numbers =
                Weir.range(1, 100).via(take(50).probe(board.recorder().chain("§3 the subscription")));
        Reader<Integer> reader = board.reader(numbers);
        board.at(10, () -> reader.request(1)); // items may come before request returns (§3.10)
        board.at(20, () -> board.onThread("another thread", () -> reader.request(2)));
        board.at(30, () -> reader.request(0)); // an error, and the end (§3.9)
        board.at(40, () -> reader.request(1)); // nothing happens any more (§3.6)
    }

    @Override
    public String title() {
        return "Who may call what, and when";
    }

    @Override
    public String idea() {
        return """
            The specification has rules for each side: §1 for the publisher, §2 for the subscriber, §3 for the
            subscription between them. A stage keeps them towards its subscriber even if its source does not.""";
    }

    @Override
    public String look() {
        return """
            §1: the source sends a 4 after it has completed; the stage drops it (AFTER_TERMINATION), so nothing
            comes after the end (§1.7), and there is no more than was asked for (§1.1).

            §2: the first number comes before anybody has asked, and goes to nobody (NO_DEMAND, §2.1). What was
            asked for and not sent is forgotten with the cancellation.

            §3: the two items that another thread asks for come on that thread (§3.10). request(0) ends the
            stream with an error (§3.9), and the request after it does nothing (§3.6).""";
    }

    @Override
    public String question() {
        return "A reader that calls request(1) in its own onNext: what keeps the stack from growing (§3.3)?";
    }

    @Override
    public String change() {
        return "Let the reader of §3 cancel before request(0): is that still an error?";
    }
}
