/** What an adapter, a metrics library or a test plugs into a stage. */
@NullMarked
package io.weir.spi;

import org.jspecify.annotations.NullMarked;
