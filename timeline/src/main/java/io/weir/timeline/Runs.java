package io.weir.timeline;

import io.weir.spi.Timer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which subscriptions belong together. Stages subscribe from the last to the first, each to the one above it, and the thread
 * that does so is not interrupted by a signal: that makes a run of a chain. If the chain has a name, what is subscribed to later
 * or elsewhere joins it too, as long as a stage of it is running. A stage that a run has already, or has no room for, begins another
 * run.
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
        while (stages > MOST_STAGES) {
            forgetOne();
        }
        return lane;
    }

    private Run runFor(String chain, String stage) {
        Run newest = null;
        for (int i = runs.size() - 1; i >= 0; i--) {
            Run run = runs.get(i);
            if (run.isOf(chain)) {
                if (run.isBeingPutTogetherHere() && run.takes(stage)) {
                    return run;
                }
                newest = newest == null ? run : newest;
            }
        }
        if (newest != null && !chain.equals(NO_NAME) && !newest.hasEnded() && newest.takes(stage)) {
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

    synchronized Known known() {
        return new Known(runs.stream().map(Chain::of).toList(), forgotten);
    }

    /**
     * What is known at one moment.
     *
     * @param chains the runs that are still known, the oldest first
     * @param forgottenStages how many stages are not known any more
     */
    record Known(List<Chain> chains, long forgottenStages) {}

    /**
     * What is known of a run.
     *
     * @param label its name
     * @param lanes its stages, from the first to the last
     */
    record Chain(String label, List<Lane> lanes) {
        private static Chain of(Run run) {
            List<Lane> lanes = new ArrayList<>(run.lanes());
            Collections.reverse(lanes);
            return new Chain(run.label(), lanes);
        }
    }
}
