/** How the stages run. Not exported. */
@NullMarked
package io.weir.internal;

import org.jspecify.annotations.NullMarked;
