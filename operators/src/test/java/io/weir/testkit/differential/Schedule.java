package io.weir.testkit.differential;

import io.weir.testkit.differential.Step.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** What happens, step by step; the same seed gives the same steps. Step 0 is the subscription. */
public record Schedule(long seed, List<Step> steps) {
    private static final int FEWEST = 3;
    private static final int PER_STREAM = 100;

    static Schedule random(long seed, Shape shape) {
        return new Maker(new SplittableRandom(seed), shape).make(seed);
    }

    /** The same without one of the steps. The items of inner streams are numbered anew. */
    Schedule without(int index) {
        Map<Integer, Integer> places = new HashMap<>();
        List<Step> fewer = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (i != index && step.kind() == Kind.INNER_OFFER) {
                int place = places.merge(step.n(), 1, Integer::sum);
                fewer.add(new Step(step.kind(), step.n(), itemOf(step.n(), place)));
            } else if (i != index) {
                fewer.add(step);
            }
        }
        return new Schedule(seed, fewer);
    }

    /** The stream that an item of an inner stream belongs to. */
    public static int streamOf(int item) {
        return item / PER_STREAM;
    }

    /** The place of an item in its inner stream, from 1. */
    public static int placeOf(int item) {
        return item % PER_STREAM;
    }

    /** The item at a place, from 1, of an inner stream. */
    public static int itemOf(int stream, int place) {
        return stream * PER_STREAM + place;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("   0  the subscriber subscribes\n");
        for (int i = 0; i < steps.size(); i++) {
            text.append(String.format("%4d  %s%n", i + 1, steps.get(i)));
        }
        return text.toString();
    }

    /** Keeps to what sources may do: nothing comes after the end. */
    private static final class Maker {
        private static final int MOST_STREAMS = 8;
        private static final Set<Kind> SOURCE = EnumSet.of(Kind.OFFER, Kind.COMPLETE, Kind.FAIL);
        private static final Set<Kind> INNER = EnumSet.of(Kind.INNER_OFFER, Kind.INNER_COMPLETE, Kind.INNER_FAIL);
        private static final Set<Kind> SAMPLER = EnumSet.of(Kind.TICK, Kind.SAMPLER_COMPLETE, Kind.SAMPLER_FAIL);

        private final SplittableRandom random;
        private final Shape shape;
        private final Set<Integer> endedInners = new HashSet<>();
        private final int[] places = new int[MOST_STREAMS + 1];
        private boolean ended;
        private boolean samplerEnded;
        private int offered;

        Maker(SplittableRandom random, Shape shape) {
            this.random = random;
            this.shape = shape;
        }

        Schedule make(long seed) {
            int length = random.nextInt(FEWEST, shape.longest + 1);
            List<Step> steps = new ArrayList<>(length);
            while (steps.size() < length) {
                Step step = next(shape.pick(random));
                if (step != null) {
                    steps.add(step);
                }
            }
            return new Schedule(seed, steps);
        }

        /** A step of this kind, or null when there can be none now. */
        private Step next(Kind kind) {
            if (SOURCE.contains(kind)) return ended ? null : ofSource(kind);
            if (INNER.contains(kind)) return ofInner(kind);
            if (SAMPLER.contains(kind)) return samplerEnded ? null : ofSampler(kind);
            if (kind == Kind.REQUEST) return Step.of(kind, amount());
            if (kind == Kind.PASS) return Step.of(kind, random.nextInt(1, 4));
            return Step.of(kind);
        }

        private Step ofSource(Kind kind) {
            if (kind != Kind.OFFER) {
                ended = true;
                return Step.of(kind);
            }
            if (shape.hasStreams() && offered == MOST_STREAMS) {
                return null;
            }
            offered++;
            boolean thrownUpon = shape.maps() && random.nextInt(24) == 0;
            return new Step(kind, 0, thrownUpon ? -offered : offered);
        }

        private Step ofInner(Kind kind) {
            if (offered == 0) {
                return null;
            }
            int stream = random.nextInt(1, offered + 1);
            if (endedInners.contains(stream)) {
                return null;
            }
            if (kind != Kind.INNER_OFFER) {
                endedInners.add(stream);
                return Step.of(kind, stream);
            }
            return new Step(kind, stream, itemOf(stream, ++places[stream]));
        }

        private Step ofSampler(Kind kind) {
            samplerEnded = kind != Kind.TICK;
            return Step.of(kind);
        }

        private int amount() {
            int dice = random.nextInt(10);
            return dice == 0 ? Step.EVERYTHING : dice < 3 ? 3 : dice < 6 ? 2 : 1;
        }
    }
}
