package io.weir.testkit.differential;

import io.weir.testkit.differential.Step.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What may happen in a schedule, and how often. */
public enum Shape {
    /** A source and a subscriber. */
    PLAIN(20, weights()),
    /** The items become iterables; a mapper throws on items below zero. */
    ITERABLES(20, weights()),
    /** The items become inner streams; a mapper throws on items below zero. */
    FLATTENING(
            36,
            weights(Map.of(
                    Kind.OFFER, 24,
                    Kind.COMPLETE, 3,
                    Kind.FAIL, 2,
                    Kind.CANCEL, 1,
                    Kind.INNER_OFFER, 48,
                    Kind.INNER_COMPLETE, 16,
                    Kind.INNER_FAIL, 3))),
    /** The items become something with one item at most; a mapper throws on items below zero. */
    SINGLES(
            36,
            weights(Map.of(
                    Kind.OFFER, 40,
                    Kind.COMPLETE, 3,
                    Kind.FAIL, 2,
                    Kind.CANCEL, 1,
                    Kind.INNER_OFFER, 48,
                    Kind.INNER_FAIL, 3))),
    /** A publisher samples. */
    SAMPLED(20, weights(Map.of(Kind.TICK, 24, Kind.SAMPLER_COMPLETE, 2, Kind.SAMPLER_FAIL, 2))),
    /** A clock samples. */
    TIMED(20, weights(Map.of(Kind.PASS, 24)));

    private static final Kind[] KINDS = Kind.values();

    final int longest;
    private final Map<Kind, Integer> weights;
    private final int sum;

    Shape(int longest, Map<Kind, Integer> weights) {
        this.longest = longest;
        this.weights = weights;
        this.sum = weights.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<Kind, Integer> weights() {
        return weights(Map.of());
    }

    private static Map<Kind, Integer> weights(Map<Kind, Integer> more) {
        Map<Kind, Integer> all = new EnumMap<>(Map.of(
                Kind.OFFER, 48,
                Kind.REQUEST, 30,
                Kind.REQUEST_INVALID, 1,
                Kind.COMPLETE, 5,
                Kind.FAIL, 6,
                Kind.REQUEST_EACH, 2,
                Kind.CANCEL, 2,
                Kind.CANCEL_NEXT, 2));
        all.putAll(more);
        return all;
    }

    /** True when a mapper may throw on an item. */
    boolean maps() {
        return hasStreams() || this == ITERABLES;
    }

    /** True when the items become streams with steps of their own. */
    boolean hasStreams() {
        return this == FLATTENING || this == SINGLES;
    }

    Kind pick(SplittableRandom random) {
        int left = random.nextInt(sum);
        for (Kind kind : KINDS) {
            left -= weights.getOrDefault(kind, 0);
            if (left < 0) {
                return kind;
            }
        }
        throw new AssertionError("the weights of " + this + " do not add up to " + sum);
    }
}
