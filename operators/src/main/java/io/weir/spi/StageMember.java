package io.weir.spi;

/** What subscribers implement that belong to a stage: the one of its upstream, those of its inner streams, of a sampler. */
@FunctionalInterface
public interface StageMember {
    /**
     * The stage.
     *
     * @return the stage, as it is at any moment
     */
    StageState stage();
}
