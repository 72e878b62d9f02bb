/** Neighbours: short programs in which another library stands at one end or both, and what crosses is counted. */
@NullMarked
package io.weir.examples.neighbours;

import org.jspecify.annotations.NullMarked;
