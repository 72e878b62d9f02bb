package io.weir.timeline;

import io.weir.DropReason;
import io.weir.timeline.Timeline.Kind;

/** Kinds and reasons as small numbers, which mean nothing outside of a running recorder. */
final class Codes {
    private static final Kind[] KINDS = Kind.values();
    private static final DropReason[] REASONS = DropReason.values();

    private Codes() {}

    @SuppressWarnings("EnumOrdinal") // nobody keeps these numbers
    static int of(Enum<?> constant) {
        return constant.ordinal();
    }

    static Kind kind(int code) {
        return KINDS[code];
    }

    static DropReason reason(long code) {
        return REASONS[(int) code];
    }
}
