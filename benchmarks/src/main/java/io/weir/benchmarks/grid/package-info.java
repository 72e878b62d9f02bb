/** What is measured: the operators beside those of Reactor and RxJava, under the same load. */
@NullMarked
package io.weir.benchmarks.grid;

import org.jspecify.annotations.NullMarked;
