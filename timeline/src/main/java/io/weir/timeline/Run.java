package io.weir.timeline;

import java.util.ArrayList;
import java.util.List;

/** One run of a chain: its stages from the last, which was subscribed to first, to the first. Guarded by {@link Runs}. */
final class Run {
    private final String chain;
    private final int number;
    private final long threadId = Thread.currentThread().getId();
    private final List<Lane> lanes = new ArrayList<>();

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

    boolean has(String stage) {
        return lanes.stream().anyMatch(lane -> lane.stage().equals(stage));
    }

    /** True while this thread subscribes to one stage after the other: no signal has come down to any of them yet. */
    boolean isBeingPutTogetherHere() {
        return threadId == Thread.currentThread().getId() && lanes.stream().noneMatch(Lane::hasBegun);
    }

    boolean hasEnded() {
        return lanes.stream().allMatch(Lane::hasEnded);
    }
}
