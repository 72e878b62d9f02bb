/** The encounters, by what meets what. */
@NullMarked
package io.weir.stress.races;

import org.jspecify.annotations.NullMarked;
