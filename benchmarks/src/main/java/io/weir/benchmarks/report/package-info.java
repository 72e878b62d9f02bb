/** What the figures say: ratios, what they must be, and the page. */
@NullMarked
package io.weir.benchmarks.report;

import org.jspecify.annotations.NullMarked;
