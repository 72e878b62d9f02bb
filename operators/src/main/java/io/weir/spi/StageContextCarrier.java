package io.weir.spi;

/** What a {@link org.reactivestreams.Subscriber Subscriber} implements that has a context to offer. */
@FunctionalInterface
public interface StageContextCarrier {
    /**
     * The context. Asked for once, when the subscriber subscribes.
     *
     * @return the context
     */
    StageContext stageContext();
}
