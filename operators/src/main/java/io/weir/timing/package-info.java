/** Operators that look at the clock. */
@NullMarked
package io.weir.timing;

import org.jspecify.annotations.NullMarked;
