package io.weir.testkit.differential;

/** One thing that the subscriber saw, or a callback heard, and the step at which it did. */
public record Event(int step, Kind kind, Object value) {
    public enum Kind {
        ITEM("onNext"),
        COMPLETION("onComplete"),
        ERROR("onError"),
        /** A callback was told of an item that the operator gave up for want of demand or room. */
        DROPPED("dropped"),
        /** A callback was told of an item that still waited when the stream ended or was cancelled. */
        DROPPED_AT_THE_END("dropped at the end");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    public boolean isEnd() {
        return kind == Kind.COMPLETION || kind == Kind.ERROR;
    }

    /** The same with another value. */
    public Event with(Object other) {
        return new Event(step, kind, other);
    }

    @Override
    public String toString() {
        return step + ": " + kind.text + (kind == Kind.COMPLETION ? "" : " " + value);
    }
}
