package io.weir.spi;

import static io.weir.internal.Require.notNull;

import io.weir.DropReason;
import io.weir.internal.Faults;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What every stage can be told besides its own options: its name, its probe and who hears of drops. Immutable. */
public final class StageSettings {
    /** No name, no probe, no callback. */
    public static final StageSettings NONE = new StageSettings(null, null, null);

    private final @Nullable String name;
    private final @Nullable Probe probe;
    private final @Nullable BiConsumer<Object, DropReason> onDropped;

    private StageSettings(
            @Nullable String name, @Nullable Probe probe, @Nullable BiConsumer<Object, DropReason> onDropped) {
        this.name = name;
        this.probe = probe;
        this.onDropped = onDropped;
    }

    /**
     * These settings with a name.
     *
     * @param name the name
     * @return new settings
     */
    public StageSettings named(String name) {
        return new StageSettings(notNull("name", name), probe, onDropped);
    }

    /**
     * These settings with a probe in place of any other.
     *
     * @param probe the probe
     * @return new settings
     */
    public StageSettings probe(Probe probe) {
        return new StageSettings(name, notNull("probe", probe), onDropped);
    }

    /**
     * These settings with one more callback for drops, called after those already there.
     *
     * @param callback what is told each dropped item and the reason
     * @return new settings
     */
    public StageSettings onDropped(BiConsumer<Object, DropReason> callback) {
        notNull("onDropped", callback);
        BiConsumer<Object, DropReason> first = onDropped;
        return new StageSettings(
                name,
                probe,
                first == null
                        ? callback
                        : (item, reason) ->
                                Faults.doBoth(() -> first.accept(item, reason), () -> callback.accept(item, reason)));
    }

    /**
     * The name.
     *
     * @return the name, or null when there is none
     */
    public @Nullable String name() {
        return name;
    }

    /**
     * The probe.
     *
     * @return the probe, or null when there is none
     */
    public @Nullable Probe probe() {
        return probe;
    }

    /**
     * The callback for drops.
     *
     * @return the callback, or null when there is none
     */
    public @Nullable BiConsumer<Object, DropReason> onDropped() {
        return onDropped;
    }

    /**
     * How these settings read at the end of a call.
     *
     * @return {@code .named("…")} when there is a name, else nothing
     */
    @Override
    public String toString() {
        return name == null ? "" : ".named(\"" + name + "\")";
    }
}
