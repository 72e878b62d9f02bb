package io.weir.testkit.differential;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All the calls of a library that come into question.
 *
 * @param heading of its part of {@code docs/migrating.md}
 * @param everywhere what differs in every call
 * @param groups the calls that have a replacement
 * @param absent the calls that have none
 */
public record Table(String heading, List<Difference> everywhere, List<Group> groups, List<Absent> absent) {
    /** Rows under a heading. */
    public record Group(String heading, List<Row> rows) {}

    /** A method without a replacement, and why. */
    public record Absent(String signature, String reason) {}

    /** Every row. */
    public List<Row> rows() {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

    /** The name of every difference with its reason, in the order in which they first occur. */
    public Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        Stream.concat(everywhere.stream(), rows().stream().flatMap(row -> row.differences().stream()))
                .forEach(difference -> {
                    String reason = reasons.putIfAbsent(difference.name(), difference.reason());
                    if (reason != null && !reason.equals(difference.reason())) {
                        throw new AssertionError("there are two reasons for \"" + difference + "\"");
                    }
                });
        return reasons;
    }

    /** The methods that have a row, or a reason why not. */
    public Set<String> signatures() {
        return Stream.concat(
                        rows().stream().map(Row::signature), absent.stream().map(Absent::signature))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A method as it is written in a table: {@code sample(Duration)}. */
    public static String signatureOf(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }
}
