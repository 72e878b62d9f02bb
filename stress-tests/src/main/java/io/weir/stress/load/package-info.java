/** Many threads at work on pipelines that begin again whenever they end, with every item accounted for. */
@NullMarked
package io.weir.stress.load;

import org.jspecify.annotations.NullMarked;
