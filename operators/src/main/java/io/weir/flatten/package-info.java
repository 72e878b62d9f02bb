/** Items that become streams: one after the other, several at once, or only the newest. */
@NullMarked
package io.weir.flatten;

import org.jspecify.annotations.NullMarked;
