package io.weir.spi;

/** Something that was scheduled and can be called off. */
@FunctionalInterface
public interface Cancellable {
    /** Calls it off; without effect when it has already run or been called off. Any thread may call it. */
    void cancel();
}
