/** A recorder of demand and items for any pipeline, and what can be made of its records: JSON, a page, a drawing in text. */
@NullMarked
package io.weir.timeline;

import org.jspecify.annotations.NullMarked;
