package io.weir;

/**
 * Why a stage did not deliver an item.
 *
 * <p>Every item that enters a stage is delivered, dropped for exactly one of these reasons, or still waiting.
 */
public enum DropReason {
    /** The buffer was full, and its policy gave up this item. */
    BUFFER_FULL,
    /** Nobody had asked for the item when it came. */
    NO_DEMAND,
    /** A newer item took its place. */
    SUPERSEDED,
    /** It had waited longer than it was allowed to. */
    EXPIRED,
    /** A predicate rejected it: the one loss that is the purpose of the stage. */
    FILTERED,
    /** The stream was cancelled while the item waited, or before it came. */
    CANCELLED,
    /** A function failed on it, or the stage failed before the item could be used. */
    FAILED,
    /** It came after the stream had ended: against §1.7, or before upstream heeded a cancellation (§2.8). */
    AFTER_TERMINATION
}
