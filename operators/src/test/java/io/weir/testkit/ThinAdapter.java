package io.weir.testkit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What an adapter must be like: small, without a protocol of its own, and ignorant of the single operators. */
public final class ThinAdapter {
    private static final int MOST_LINES = 399;

    private ThinAdapter() {}

    /** Looks at the sources of the module that is being tested. */
    public static void assertThin() {
        List<Path> files = sources(Path.of("src/main/java"));
        assertThat(files).as("sources").hasSizeGreaterThan(3);
        String text = files.stream().map(ThinAdapter::read).collect(joining());
        assertThat(text.lines().count()).as("lines in all").isLessThanOrEqualTo(MOST_LINES);
        assertThat(text)
                .as("state machines")
                .doesNotContainPattern("\\b(volatile|synchronized|VarHandle|Atomic\\w*)\\b");
        assertThat(text)
                .as("single operators")
                .doesNotContainPattern("import io\\.weir\\.(overflow|flatten|timing|internal|Operators)");
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
