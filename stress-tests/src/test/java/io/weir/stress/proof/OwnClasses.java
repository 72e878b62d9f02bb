package io.weir.stress.proof;

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
    private static final String SHARED = "Link";

    private OwnClasses() {}

    /** The simple names of an operator's own classes. */
    static Set<String> of(String operatorType) throws Exception {
        Set<String> own = new TreeSet<>();
        add(operatorType, own);
        if (own.isEmpty()) {
            throw new IllegalStateException("there is no " + operatorType + " in " + SOURCES);
        }
        return own;
    }

    private static void add(String name, Set<String> own) throws Exception {
        Path source = source(name);
        if (source == null || SHARED.equals(name) || !own.add(name)) {
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
