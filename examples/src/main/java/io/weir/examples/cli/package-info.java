/** What the command lines of the examples share. */
@NullMarked
package io.weir.examples.cli;

import org.jspecify.annotations.NullMarked;
