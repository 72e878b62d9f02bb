/** Lessons: short programs whose demand is recorded, drawn in the terminal and written as a page. Change them. */
@NullMarked
package io.weir.examples.lessons;

import org.jspecify.annotations.NullMarked;
