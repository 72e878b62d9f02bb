/** What happens when two threads meet in an operator. */
@NullMarked
package io.weir.stress;

import org.jspecify.annotations.NullMarked;
