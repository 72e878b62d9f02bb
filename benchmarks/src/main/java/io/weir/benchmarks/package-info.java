/** Runs the grids, in a few minutes or in full. */
@NullMarked
package io.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
