package io.weir.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link org.reactivestreams.Subscriber Subscriber} implements that has a context to offer. The subscribers of this
 * library do: they hand on the context of the stage below.
 */
@FunctionalInterface
public interface StageContextCarrier {
    /**
     * The context. Asked for once, when the subscriber subscribes.
     *
     * @return the context, or null when there is none to offer
     */
    @Nullable
    StageContext stageContext();
}
