package io.weir;

import static io.weir.internal.Require.notNull;

import io.weir.spi.Probe;
import io.weir.spi.StageSettings;
import java.util.function.BiConsumer;

/**
 * What can be named, watched and told whom to notify of drops. Nothing is changed in place: every call returns a new
 * value.
 *
 * @param <S> the type that the calls return
 */
public interface Configurable<S> {
    /**
     * The settings as they are.
     *
     * @return the settings
     */
    StageSettings settings();

    /**
     * This with other settings.
     *
     * @param settings the settings to have
     * @return a new value
     */
    S with(StageSettings settings);

    /**
     * Gives the stage a name, which messages, probes and metrics show.
     *
     * @param name the name
     * @return a new value
     */
    default S named(String name) {
        return with(settings().named(name));
    }

    /**
     * Lets a probe see the life of the stage, in place of any earlier probe.
     *
     * @param probe the probe
     * @return a new value
     */
    default S probe(Probe probe) {
        return with(settings().probe(probe));
    }

    /**
     * Has a callback told of every item that the stage does not deliver, exactly once an item, on the thread that drops
     * it. Callbacks add up. One that throws ends the stream with what it threw; once that has ended, what it throws is
     * a late error.
     *
     * @param callback takes the item and the reason
     * @return a new value
     */
    default S onDropped(BiConsumer<Object, DropReason> callback) {
        return with(settings().onDropped(callback));
    }

    /**
     * Has a callback told of every item of one type that the stage does not deliver; items of other types pass it by.
     *
     * @param <X> the type
     * @param type the type
     * @param callback takes the item and the reason
     * @return a new value
     */
    default <X> S onDropped(Class<X> type, BiConsumer<X, DropReason> callback) {
        notNull("type", type);
        notNull("onDropped", callback);
        return onDropped((item, reason) -> {
            if (type.isInstance(item)) {
                callback.accept(type.cast(item), reason);
            }
        });
    }
}
