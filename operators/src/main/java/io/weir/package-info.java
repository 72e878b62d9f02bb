/** The operators, the sources that feed them and the fluent face that chains them. */
@NullMarked
package io.weir;

import org.jspecify.annotations.NullMarked;
