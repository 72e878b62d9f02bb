package io.weir.benchmarks.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Why some rows are behind, as somebody has found out. See {@code reasons.properties}. */
record Reasons(List<Reason> reasons) {
    private static final String ROWS = ".rows";
    private static final String BECAUSE = ".because";

    record Reason(Pattern rows, String because) {}

    static Reasons read() throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Reasons.class.getResourceAsStream("reasons.properties")),
                StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    static Reasons read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        TreeSet<String> names = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            names.add(key.replaceFirst("\\.[^.]*$", ""));
        }
        return new Reasons(names.stream()
                .map(name ->
                        new Reason(Pattern.compile(value(properties, name + ROWS)), value(properties, name + BECAUSE)))
                .toList());
    }

    private static String value(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("reasons.properties has no " + key));
    }

    /** Fails if two of them fit. */
    Optional<String> of(String label) {
        List<String> fitting = reasons.stream()
                .filter(reason -> reason.rows().matcher(label).find())
                .map(Reason::because)
                .toList();
        if (fitting.size() > 1) {
            throw new IllegalArgumentException("reasons.properties has " + fitting.size() + " reasons for " + label);
        }
        return fitting.stream().findFirst();
    }
}
