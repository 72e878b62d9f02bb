/** The operators in {@code Flux.transform}, and pieces of Reactor in a plain pipeline. */
@NullMarked
package io.weir.reactor;

import org.jspecify.annotations.NullMarked;
