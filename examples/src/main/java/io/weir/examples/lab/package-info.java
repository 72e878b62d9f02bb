/** The lab: one stream, several policies side by side, and what became of every item. */
@NullMarked
package io.weir.examples.lab;

import org.jspecify.annotations.NullMarked;
