package io.weir.stress.proof;

import io.weir.Operators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an operator does not share with all others: the class of its options, the link that this makes, what that link
 * extends, and its kind of inner stream.
 */
final class OwnClasses {
    private static final Path SOURCES = Path.of("../operators/src/main/java/io/weir");
    private static final Pattern OWN = Pattern.compile("\\b([A-Z]\\w*(?:Link|Inner))\\b");
    private static final Set<String> SHARED = Set.of("Link", "Nobody");

    private OwnClasses() {}

    static Set<String> of(String operator) throws Exception {
        String name = Character.toUpperCase(operator.charAt(0)) + operator.substring(1) + "Operator";
        Set<String> own = new TreeSet<>();
        add(name, own);
        if (own.isEmpty()) {
            throw new IllegalStateException("there is no " + name + " in " + SOURCES + " for "
                    + Operators.class.getSimpleName() + "." + operator);
        }
        return own;
    }

    private static void add(String name, Set<String> own) throws Exception {
        Path source = source(name);
        if (source == null || SHARED.contains(name) || !own.add(name)) {
            return;
        }
        Matcher named = OWN.matcher(Files.readString(source));
        while (named.find()) {
            add(named.group(1), own);
        }
    }

    private static Path source(String name) throws Exception {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith(name + ".java"))
                    .findFirst()
                    .orElse(null);
        }
    }
}
