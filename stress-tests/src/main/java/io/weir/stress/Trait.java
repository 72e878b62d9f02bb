package io.weir.stress;

/** What an encounter must know of an operator. */
public enum Trait {
    /** Asks upstream for what it is asked for, and for nothing before. */
    PASSES_DEMAND,
    /** Takes everything that upstream has. */
    TAKES_ALL,
    /** Lets two items wait, or more. */
    WAITS,
    /** Drops what is not demanded, or what there is no room for. */
    DROPS,
    /** Emits what it has when a sampler says so. */
    SAMPLES,
    /** Has a timer say so, instead. */
    GOES_BY_THE_CLOCK,
    /** Makes a stream of each item. */
    FLATTENS,
    /** Asks its streams for items before they are demanded. */
    PREFETCHES,
    /** Has two streams at work at once. */
    MERGES,
    /** Makes a source of the library of each item, and takes from that without a subscription what is demanded. */
    HAS_SOURCES,
    /** Makes a stream of each item, and keeps the error of one for the end. */
    DELAYS_ERRORS,
    /** Takes the next item while a stream is at work. */
    TAKES_NEXT,
    /** Takes the next item while a stream is at work, and lets it wait. */
    QUEUES
}
