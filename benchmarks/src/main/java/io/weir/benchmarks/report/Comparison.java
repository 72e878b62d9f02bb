package io.weir.benchmarks.report;

import java.util.List;
import java.util.stream.Stream;

/** Whom ours is compared with. The two are never mixed: each peer is faster, and laxer, with a subscriber of its own kind. */
enum Comparison {
    PLAIN("plain subscriber", "reactor", "rxjava"),
    NATIVE("their own subscriber", "reactor native", "rxjava native");

    static final String OURS = "weir";
    static final String FLOOR = "floor";

    private final String text;
    private final String first;
    private final String second;

    Comparison(String text, String first, String second) {
        this.text = text;
        this.first = first;
        this.second = second;
    }

    /** Whether figures of this name are to be compared with others at all. */
    static boolean knows(String contender) {
        return contender.equals(OURS)
                || contender.equals(FLOOR)
                || Stream.of(values()).anyMatch(comparison -> comparison.peers().contains(contender));
    }

    List<String> peers() {
        return List.of(first, second);
    }

    @Override
    public String toString() {
        return text;
    }
}
