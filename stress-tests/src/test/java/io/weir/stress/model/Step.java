package io.weir.stress.model;

import java.util.Locale;
import java.util.Random;

/**
 * One thing that happens to a stage. Written as a word and perhaps a number: {@code "request 3"}.
 *
 * @param kind what
 * @param number how many, or which of the inner streams
 */
record Step(Kind kind, int number) {
    enum Kind {
        /** Upstream sends the next item. */
        SEND(30, 1),
        COMPLETE(1, 1),
        FAIL(1, 1),
        /** The subscriber asks for so many. */
        REQUEST(20, 4),
        /** The subscriber asks for everything. */
        UNBOUNDED(1, 1),
        /** The subscriber asks for an amount that is not positive. */
        REFUSE(1, 1),
        CANCEL(1, 1),
        /** The callback throws when it is next told of a dropped item. */
        BREAK(2, 1),
        /** The sampler ticks. */
        TICK(15, 1),
        /** The inner stream of that number, counted from those at work, sends its next item. */
        INNER_SEND(40, 3),
        INNER_COMPLETE(10, 3),
        INNER_FAIL(1, 3);

        private final int weight;
        private final int bound;

        Kind(int weight, int bound) {
            this.weight = weight;
            this.bound = bound;
        }
    }

    static Step random(Random random) {
        int all = 0;
        for (Kind kind : Kind.values()) {
            all += kind.weight;
        }
        int left = random.nextInt(all);
        for (Kind kind : Kind.values()) {
            left -= kind.weight;
            if (left < 0) {
                return new Step(kind, 1 + random.nextInt(kind.bound));
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    static Step of(String text) {
        String[] words = text.trim().split(" ", 2);
        Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
        return new Step(kind, words.length == 1 ? 1 : Integer.parseInt(words[1]));
    }

    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return kind.bound == 1 ? word : word + " " + number;
    }
}
