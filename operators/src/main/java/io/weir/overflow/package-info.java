/** What becomes of an item that nobody has asked for: it waits, it is dropped, or it is replaced. */
@NullMarked
package io.weir.overflow;

import org.jspecify.annotations.NullMarked;
