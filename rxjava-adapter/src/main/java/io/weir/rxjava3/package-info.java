/** The operators in {@code Flowable.compose}, and pieces of RxJava in a plain pipeline. */
@NullMarked
package io.weir.rxjava3;

import org.jspecify.annotations.NullMarked;
