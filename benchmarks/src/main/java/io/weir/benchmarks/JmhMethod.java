package io.weir.benchmarks;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Param;

/**
 * A class of JMH as a grid: the parameter {@code by} names the contenders, and each combination of the others is a row.
 *
 * @param type the class
 * @param quick for some of its parameters, the values that are in the quick run
 */
record JmhMethod(Class<?> type, Map<String, List<String>> quick) implements Method {
    static final String CONTENDER = "by";

    static JmhMethod of(Class<?> type) {
        return new JmhMethod(type, Map.of());
    }

    JmhMethod quick(String parameter, String... values) {
        List<String> known = parameters().getOrDefault(parameter, List.of());
        if (!known.containsAll(List.of(values))) {
            throw new IllegalArgumentException(
                    grid() + ": '" + parameter + "' cannot be " + List.of(values) + ", only " + known);
        }
        Map<String, List<String>> more = new LinkedHashMap<>(quick);
        more.put(parameter, List.of(values));
        return new JmhMethod(type, more);
    }

    @Override
    public String grid() {
        return type.getSimpleName();
    }

    @Override
    public List<Task> tasks() {
        Map<String, List<String>> parameters = parameters();
        List<String> contenders = parameters.remove(CONTENDER);
        if (contenders == null) {
            throw new IllegalStateException(grid() + " has no parameter '" + CONTENDER + "'");
        }
        return combinations(parameters).stream()
                .map(row -> (Task) new JmhTask(type, row, contenders, isQuick(row)))
                .toList();
    }

    private boolean isQuick(Map<String, String> row) {
        return quick.entrySet().stream().allMatch(some -> some.getValue().contains(row.get(some.getKey())));
    }

    /** In the order of their declarations. */
    private Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Field field : type.getDeclaredFields()) {
            Param param = field.getAnnotation(Param.class);
            if (param != null) {
                parameters.put(field.getName(), Arrays.asList(param.value()));
            }
        }
        return parameters;
    }

    private static List<Map<String, String>> combinations(Map<String, List<String>> parameters) {
        List<Map<String, String>> rows = List.of(Map.of());
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> row : rows) {
                for (String value : parameter.getValue()) {
                    Map<String, String> more = new LinkedHashMap<>(row);
                    more.put(parameter.getKey(), value);
                    longer.add(more);
                }
            }
            rows = longer;
        }
        return rows;
    }
}
