package io.weir.flatten;

import static io.weir.internal.Require.atLeastOne;
import static io.weir.internal.Require.notNull;

import io.weir.Configurable;
import io.weir.spi.StageSettings;

/**
 * Options of the flattening operators, given before the mapper so that Java infers the types. Immutable.
 *
 * <pre>{@code
 * mergeMap(FlattenOptions.defaults().concurrency(8).prefetch(16).named("prices"), this::price)
 * }</pre>
 */
public final class FlattenOptions implements Configurable<FlattenOptions> {
    private static final FlattenOptions DEFAULTS = new FlattenOptions(0, 0, false, StageSettings.NONE);

    private final int concurrency; // 0: not given
    private final int prefetch; // 0: not given
    private final boolean delayErrors;
    private final StageSettings settings;

    private FlattenOptions(int concurrency, int prefetch, boolean delayErrors, StageSettings settings) {
        this.concurrency = concurrency;
        this.prefetch = prefetch;
        this.delayErrors = delayErrors;
        this.settings = settings;
    }

    /**
     * What each operator does unless told otherwise.
     *
     * @return the default options
     */
    public static FlattenOptions defaults() {
        return DEFAULTS;
    }

    /**
     * How many inner streams may run at once. For {@code mergeMap} only, which has no default.
     *
     * @param concurrency a number of streams, at least 1
     * @return options with this concurrency
     * @throws IllegalArgumentException if the number is less than 1
     */
    public FlattenOptions concurrency(int concurrency) {
        return new FlattenOptions(atLeastOne("concurrency", concurrency), prefetch, delayErrors, settings);
    }

    /**
     * How many items may wait: for {@code mergeMap}, items of each inner stream (by default 32); for {@code concatMap},
     * items from upstream (by default 1, the one it works on). {@code switchMap} lets nothing wait and takes no prefetch.
     *
     * @param prefetch a number of items, at least 1
     * @return options with this prefetch
     * @throws IllegalArgumentException if the number is less than 1
     */
    public FlattenOptions prefetch(int prefetch) {
        return new FlattenOptions(concurrency, atLeastOne("prefetch", prefetch), delayErrors, settings);
    }

    /**
     * Lets the other streams run to their end when an inner stream fails, or upstream does. What failed comes then: the first
     * error of an inner stream, or that of upstream if there is none, with the others attached as suppressed. What the
     * mapper throws is not delayed.
     *
     * @return options that delay errors
     */
    public FlattenOptions delayErrors() {
        return new FlattenOptions(concurrency, prefetch, true, settings);
    }

    int concurrencyFor(String operator) {
        if (concurrency == 0) {
            throw new IllegalArgumentException(operator + " needs options with a concurrency, had none");
        }
        return concurrency;
    }

    void requireNoConcurrency(String operator) {
        if (concurrency > 1) {
            throw new IllegalArgumentException(operator
                    + " runs one inner stream at a time: concurrency must be 1 or not given, was " + concurrency);
        }
    }

    void requireNoPrefetch(String operator) {
        if (prefetch != 0) {
            throw new IllegalArgumentException(
                    operator + " lets nothing wait: prefetch must not be given, was " + prefetch);
        }
    }

    int prefetchOr(int byDefault) {
        return prefetch == 0 ? byDefault : prefetch;
    }

    boolean delaysErrors() {
        return delayErrors;
    }

    /** How a call with these options reads: the short form where there is one. */
    String textOf(String operator, String shortForm) {
        boolean isShort = prefetch == 0 && !delayErrors && settings.name() == null;
        return operator + "(" + (isShort ? shortForm : this + ", ") + "mapper)";
    }

    @Override
    public StageSettings settings() {
        return settings;
    }

    @Override
    public FlattenOptions with(StageSettings settings) {
        return new FlattenOptions(concurrency, prefetch, delayErrors, notNull("settings", settings));
    }

    /**
     * The options as they would be written.
     *
     * @return the calls that differ from the defaults
     */
    @Override
    public String toString() {
        return "defaults()"
                + (concurrency == 0 ? "" : ".concurrency(" + concurrency + ")")
                + (prefetch == 0 ? "" : ".prefetch(" + prefetch + ")")
                + (delayErrors ? ".delayErrors()" : "")
                + settings;
    }
}
