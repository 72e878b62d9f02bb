package io.weir.examples.lessons;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The numbers from 1 on for one subscriber, each made when it was asked for, which takes some time of the board's. */
final class Paced implements Publisher<Integer> {
    private final Board board;
    private final int count;
    private final int millisEach;

    Paced(Board board, int count, int millisEach) {
        this.board = board;
        this.count = count;
        this.millisEach = millisEach;
    }

    @Override
    public void subscribe(Subscriber<? super Integer> subscriber) {
        subscriber.onSubscribe(new Making(subscriber));
    }

    /** All on the one thread that moves the board's clock. */
    private final class Making implements Subscription {
        private final Subscriber<? super Integer> subscriber;
        private long asked;
        private int made;
        private boolean busy;
        private boolean over;

        Making(Subscriber<? super Integer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            asked = asked + n < 0 ? Long.MAX_VALUE : asked + n; // §3.17
            makeNext();
        }

        @Override
        public void cancel() {
            over = true;
        }

        private void makeNext() {
            if (!over && !busy && made < asked) {
                busy = true;
                board.in(millisEach, this::send);
            }
        }

        private void send() {
            busy = false;
            if (over) {
                return;
            }
            made++;
            subscriber.onNext(made);
            if (made == count && !over) {
                over = true;
                subscriber.onComplete();
            }
            makeNext();
        }
    }
}
