package io.weir.timeline;

import java.util.ArrayList;
import java.util.List;

/** One run of a chain: its stages from the last, which was subscribed to first, to the first. Guarded by {@link Runs}. */
final class Run {
    /** More stages than anybody will read as one chain: inner streams may be without end. */
    static final int MOST_STAGES = 100;

    private final String chain;
    private final int number;
    private final long threadId = Thread.currentThread().getId();
    private final List<Lane> lanes = new ArrayList<>();
    private boolean begun; // some lane has: it stays so

    Run(String chain, int number) {
        this.chain = chain;
        this.number = number;
    }

    boolean isOf(String chain) {
        return this.chain.equals(chain);
    }

    int number() {
        return number;
    }

    /** The name of the chain, and which run of it this is unless it is the first. */
    String label() {
        return Texts.numbered(chain, number);
    }

    void add(Lane lane) {
        lanes.add(lane);
    }

    List<Lane> lanes() {
        return lanes;
    }

    /** True when a stage of this name can be one more of this run. */
    boolean takes(String stage) {
        return lanes.size() < MOST_STAGES
                && lanes.stream().noneMatch(lane -> lane.stage().equals(stage));
    }

    /** True while this thread subscribes to one stage after the other: no signal has come down to any of them yet. */
    boolean isBeingPutTogetherHere() {
        if (threadId != Thread.currentThread().getId() || begun) {
            return false;
        }
        begun = lanes.stream().anyMatch(Lane::hasBegun);
        return !begun;
    }

    boolean hasEnded() {
        return lanes.stream().allMatch(Lane::hasEnded);
    }
}
