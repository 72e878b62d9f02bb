package io.weir.spi;

/**
 * What the subscribers of this library implement: they belong to a stage, as the subscriber of its upstream or of one of
 * its inner streams.
 */
@FunctionalInterface
public interface StageMember {
    /**
     * The stage.
     *
     * @return the stage, as it is at any moment
     */
    StageState stage();
}
