package io.weir.timeline;

import io.weir.spi.Timer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which subscriptions belong together. Stages subscribe from the last to the first, each to the one above it, and the thread
 * that does so is not interrupted by a signal: that makes a run of a chain. If the chain has a name, what is subscribed to later
 * or elsewhere joins it too, as long as a stage of it is running. A stage that a run has already begins another run.
 */
final class Runs {
    /** More stages than anybody will look at; beyond it whole runs are forgotten. */
    static final int MOST_STAGES = 1_000;

    private static final String NO_NAME = "";

    private final Ring ring;
    private final List<Run> runs = new ArrayList<>(); // oldest first
    private int stages;
    private int nextId;
    private long forgotten;

    Runs(Ring ring) {
        this.ring = ring;
    }

    /** A stage was subscribed to; the empty name stands for no name. */
    synchronized Lane add(String chain, String stage, Timer clock) {
        Lane lane = new Lane(nextId++, stage, ring, clock);
        runFor(chain, stage).add(lane);
        stages++;
        while (stages > MOST_STAGES && runs.size() > 1) {
            forgetOne();
        }
        return lane;
    }

    private Run runFor(String chain, String stage) {
        Run newest = null;
        for (int i = runs.size() - 1; i >= 0; i--) {
            Run run = runs.get(i);
            if (run.isOf(chain)) {
                if (run.isBeingPutTogetherHere() && !run.has(stage)) {
                    return run;
                }
                newest = newest == null ? run : newest;
            }
        }
        if (newest != null && !chain.equals(NO_NAME) && !newest.hasEnded() && !newest.has(stage)) {
            return newest;
        }
        Run run = new Run(chain, newest == null ? 1 : newest.number() + 1);
        runs.add(run);
        return run;
    }

    /** The oldest run that has ended, or else the oldest; but not the newest of all. */
    private void forgetOne() {
        int oldest = 0;
        for (int i = 0; i < runs.size() - 1; i++) {
            if (runs.get(i).hasEnded()) {
                oldest = i;
                break;
            }
        }
        List<Lane> lanes = runs.remove(oldest).lanes();
        lanes.forEach(Lane::forget);
        stages -= lanes.size();
        forgotten += lanes.size();
    }

    /** The stages of each run that is still known, from the first to the last; the oldest run first. */
    synchronized List<Known> known() {
        return runs.stream().map(Known::of).toList();
    }

    /** How many stages are not known any more. */
    synchronized long forgotten() {
        return forgotten;
    }

    /** What is known of a run. */
    record Known(String label, List<Lane> lanes) {
        static Known of(Run run) {
            List<Lane> lanes = new ArrayList<>(run.lanes());
            Collections.reverse(lanes);
            return new Known(run.label(), lanes);
        }
    }
}
