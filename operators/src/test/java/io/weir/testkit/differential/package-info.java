/**
 * Two operators side by side: the one of another library, and the one that replaces it.
 *
 * <p>A {@link io.weir.testkit.differential.Row Row} holds both, as users write them. A {@link
 * io.weir.testkit.differential.Schedule Schedule} is a list of steps made from a seed: the source offers an item, the
 * subscriber requests two, the second inner stream fails, a period passes. A {@link io.weir.testkit.differential.Bench
 * Bench} lets one side go through a schedule, on one thread, with sources that send an item when it is demanded, and
 * gives its {@link io.weir.testkit.differential.Trace Trace}: what the subscriber saw, and at which step.
 *
 * <p>Where the traces of the two sides are not equal, a {@link io.weir.testkit.differential.Difference Difference} must
 * foretell one from the other: it rewrites our trace into the one that the other library is expected to have, event for
 * event and step for step. So a difference does not excuse an unequal trace, it predicts it, and whatever is not
 * predicted fails. A {@link io.weir.testkit.differential.Comparison Comparison} runs a row through many schedules and
 * counts how often each difference was needed; one that was never needed is stale, and fails too.
 *
 * <p>The rows of a library are in the tests of its adapter. {@link io.weir.testkit.differential.Page Page} holds {@code
 * docs/migrating.md} to them.
 */
package io.weir.testkit.differential;
