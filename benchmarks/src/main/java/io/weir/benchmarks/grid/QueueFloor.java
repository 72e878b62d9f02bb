package io.weir.benchmarks.grid;

import io.weir.benchmarks.grid.HotStreams.Lost;
import java.util.Queue;
import org.jctools.queues.varhandle.SpscVarHandleArrayQueue;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A bare queue between two threads: what no hand-over can be faster than. When it is full it refuses the newest item, which is
 * counted. It is no stage: whoever requests is kept until the items have come.
 */
record QueueFloor(Publisher<Integer> source, int capacity, Lost lost) implements Publisher<Integer> {
    @Override
    public void subscribe(Subscriber<? super Integer> subscriber) {
        Between between = new Between(subscriber, new SpscVarHandleArrayQueue<>(capacity), lost);
        source.subscribe(between);
        subscriber.onSubscribe(between);
    }

    private static final class Between implements Subscriber<Integer>, Subscription {
        private final Subscriber<? super Integer> subscriber;
        private final Queue<Integer> queue;
        private final Lost lost;
        private volatile boolean done;

        Between(Subscriber<? super Integer> subscriber, Queue<Integer> queue, Lost lost) {
            this.subscriber = subscriber;
            this.queue = queue;
            this.lost = lost;
        }

        @Override
        public void onSubscribe(Subscription s) {
            s.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Integer item) {
            if (!queue.offer(item)) {
                lost.add(item);
            }
        }

        @Override
        public void onError(Throwable error) {
            throw new IllegalStateException("the source failed", error);
        }

        @Override
        public void onComplete() {
            done = true;
        }

        @Override
        public void request(long n) {
            Wait wait = Wait.upTo("an item in the queue");
            long left = n;
            while (left > 0) {
                boolean last = done; // read before the queue: no item is overlooked
                Integer item = queue.poll();
                if (item != null) {
                    wait.over();
                    left--;
                    subscriber.onNext(item);
                } else if (last) {
                    subscriber.onComplete();
                    return;
                } else {
                    wait.turn();
                }
            }
        }

        @Override
        public void cancel() {
            throw new UnsupportedOperationException("nobody cancels the floor");
        }
    }
}
