package io.weir.tck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which static factory of {@link io.weir.Operators} a TCK class is for: {@code "buffer(int)"}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface VerifiesFactory {
    String value();
}
