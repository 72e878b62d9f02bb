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
 * event and step for step; or it names what would have to be otherwise ({@link io.weir.testkit.differential.WhatIf WhatIf}),
 * and our side is run once more like that. So a difference does not excuse an unequal trace, it predicts it, and whatever is
 * not predicted fails. A prediction that says when the other side ends early comes with a claim on what ours shows after
 * that. A {@link io.weir.testkit.differential.Comparison Comparison} runs a row through many schedules and counts how often
 * each difference was needed; one that was never needed is stale, and fails too. So does any breach of the protocol on our
 * side.
 *
 * <p>The rows of a library are in the tests of its adapter, which extend {@link
 * io.weir.testkit.differential.DropInSuite DropInSuite}. That also sees to it that no method of the library is left out, that
 * the code of each row is what the row says, and that {@code docs/migrating.md} says the same.
 */
package io.weir.testkit.differential;
