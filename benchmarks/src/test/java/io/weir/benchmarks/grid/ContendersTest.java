package io.weir.benchmarks.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** Every contender of every row delivers what it is timed for. The rows are read off the grids. */
class ContendersTest {
    private static final List<Class<?>> GRIDS = List.of(
            SameThread.class,
            InsideReactor.class,
            InsideRxJava.class,
            OwnSource.class,
            ShortStream.class,
            SourceAlone.class,
            Recording.class);

    private final Blackhole blackhole = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    @BeforeAll
    static void count() {
        Sink.alwaysCounts = true;
    }

    @AfterAll
    static void countNoMore() {
        Sink.alwaysCounts = false;
    }

    static Stream<Arguments> runs() {
        return GRIDS.stream()
                .flatMap(grid -> rows(grid).stream().map(row -> Arguments.of(grid.getSimpleName(), row, grid)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("runs")
    void deliversEveryItem(String name, Map<String, String> row, Class<?> grid) throws ReflectiveOperationException {
        Object benchmark = grid.getDeclaredConstructor().newInstance();
        for (Map.Entry<String, String> param : row.entrySet()) {
            grid.getDeclaredField(param.getKey()).set(benchmark, param.getValue());
        }
        only(grid, Setup.class).invoke(benchmark);

        Object received = only(grid, Benchmark.class).invoke(benchmark, blackhole);

        assertThat(received).isEqualTo((long) grid.getDeclaredField("ITEMS").getInt(null));
    }

    private static Method only(Class<?> grid, Class<? extends Annotation> annotation) {
        List<Method> found = Arrays.stream(grid.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(annotation))
                .toList();
        assertThat(found)
                .as("methods of " + grid + " with @" + annotation.getSimpleName())
                .hasSize(1);
        return found.get(0);
    }

    /** Each combination of the parameters' values. */
    private static List<Map<String, String>> rows(Class<?> grid) {
        List<Map<String, String>> rows = List.of(Map.of());
        for (Field field : grid.getDeclaredFields()) {
            Param param = field.getAnnotation(Param.class);
            if (param != null) {
                List<Map<String, String>> longer = new ArrayList<>();
                for (Map<String, String> row : rows) {
                    for (String value : param.value()) {
                        Map<String, String> more = new LinkedHashMap<>(row);
                        more.put(field.getName(), value);
                        longer.add(more);
                    }
                }
                rows = longer;
            }
        }
        return rows;
    }
}
