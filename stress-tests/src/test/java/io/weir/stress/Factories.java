package io.weir.stress;

import io.weir.Operators;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How users call the operators. */
public final class Factories {
    private Factories() {}

    public static Set<String> names() {
        return Arrays.stream(Operators.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }
}
