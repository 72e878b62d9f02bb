package io.weir.stress.load;

import io.weir.spi.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The threads that work on lanes: producers, requesters, and one that disturbs. */
public final class Crowd implements AutoCloseable {
    private static final long SECONDS_TO_STOP = 30;

    private final List<Lane> lanes;
    private final Load load;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> died = new AtomicReference<>();
    private volatile boolean stopped;

    public Crowd(List<Lane> lanes, Load load, int producers, int requesters) {
        this.lanes = List.copyOf(lanes);
        this.load = load;
        for (int i = 0; i < producers; i++) {
            start("producer " + i, this::produce);
        }
        for (int i = 0; i < requesters; i++) {
            start("requester " + i, this::request);
        }
        start("disturber", this::disturb);
    }

    /** How many threads there are before the first is at work, with that of the shared timer, which never ends. */
    public static int threadsBefore() {
        Timer.shared().schedule(() -> {}, Duration.ZERO);
        return Thread.activeCount();
    }

    private interface Work {
        void on(Lane lane, Random random, Load.Phase phase);
    }

    private void start(String name, Work work) {
        Random random = new Random(name.hashCode());
        Thread thread = new Thread(
                () -> {
                    while (!stopped) {
                        Load.Phase phase = load.now();
                        work.on(lanes.get(random.nextInt(lanes.size())), random, phase);
                        LockSupport.parkNanos(phase.pauseNanos());
                    }
                },
                name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, error) -> died.compareAndSet(null, error));
        threads.add(thread);
        thread.start();
    }

    private void produce(Lane lane, Random random, Load.Phase phase) {
        lane.with(random, phase.fails(), stay -> {
            stay.produce(random, phase.burst(), phase.fails());
            stay.produceInside(random, phase.burst(), phase.fails());
            stay.tick();
        });
    }

    private void request(Lane lane, Random random, Load.Phase phase) {
        if (phase.consumes()) {
            lane.with(random, phase.fails(), stay -> stay.request(1 + random.nextInt(2 * phase.burst())));
        }
    }

    private void disturb(Lane lane, Random random, Load.Phase phase) {
        if (random.nextInt(100) < phase.disturbancesPercent()) {
            lane.with(random, phase.fails(), stay -> {
                switch (random.nextInt(4)) {
                    case 0 -> stay.refuse();
                    case 1 -> stay.end(random);
                    default -> stay.cancel();
                }
            });
        }
    }

    /** Waits for a second; fails at once if a thread has died. */
    public void awaitSecond() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        Throwable reason = died.get();
        if (reason != null) {
            throw new IllegalStateException("a thread has died", reason);
        }
    }

    /** Stops all threads, and ends what is still there. */
    @Override
    public void close() {
        stopped = true;
        threads.forEach(Crowd::join);
        lanes.forEach(Lane::close);
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_STOP));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (thread.isAlive()) {
            throw new IllegalStateException(thread.getName() + " is stuck at " + List.of(thread.getStackTrace()));
        }
    }
}
