package io.weir.testkit.differential;

/** One thing that happens. What {@code n} and {@code item} mean, the kind says. */
public record Step(Kind kind, int n, int item) {
    /** As many as there can be, as a number of items to request. */
    public static final int EVERYTHING = Integer.MAX_VALUE;

    public enum Kind {
        OFFER("the source offers %2$d"),
        COMPLETE("the source completes"),
        FAIL("the source fails"),
        REQUEST("the subscriber requests %1$d"),
        REQUEST_INVALID("the subscriber requests 0"),
        REQUEST_EACH("from now on the subscriber requests 1 within each onNext"),
        CANCEL("the subscriber cancels"),
        CANCEL_NEXT("the subscriber will cancel within its next onNext"),
        INNER_OFFER("inner stream %1$d offers %2$d"),
        INNER_COMPLETE("inner stream %1$d completes"),
        INNER_FAIL("inner stream %1$d fails"),
        TICK("the sampler ticks"),
        SAMPLER_COMPLETE("the sampler completes"),
        SAMPLER_FAIL("the sampler fails"),
        PASS("%1$d half periods pass");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    static Step of(Kind kind) {
        return new Step(kind, 0, 0);
    }

    static Step of(Kind kind, int n) {
        return new Step(kind, n, 0);
    }

    @Override
    public String toString() {
        return kind == Kind.REQUEST && n == EVERYTHING
                ? "the subscriber requests everything"
                : String.format(kind.text, n, item);
    }
}
