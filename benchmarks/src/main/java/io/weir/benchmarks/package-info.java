/** The operators beside those of Reactor and RxJava, under the same load. */
@NullMarked
package io.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
