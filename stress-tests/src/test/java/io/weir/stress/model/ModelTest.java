package io.weir.stress.model;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static io.weir.Operators.take;
import static io.weir.flatten.FlattenOptions.defaults;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Operators;
import io.weir.stress.Factories;
import io.weir.stress.model.Models.Queue.WhenFull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;

/** Random programs, which an operator and its model must run through alike. */
class ModelTest {
    private static final int PROGRAMS = Integer.getInteger("weir.model.programs", 2_000);
    private static final int LONGEST = 200;
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final int NONE = Integer.MAX_VALUE;

    private record Subject(Function<Reality, Publisher<Integer>> stage, Function<Seen, Model> model) {}

    private static final Map<String, Subject> SUBJECTS = new TreeMap<>();

    static {
        put(
                "map",
                r -> Operators.<Integer, Integer>map(i -> i).apply(r.upstream()),
                seen -> new Models.Passing(NO_LIMIT, NONE));
        put(
                "filter",
                r -> filter((Integer i) -> i % 3 != 0).apply(r.upstream()),
                seen -> new Models.Passing(NO_LIMIT, 3));
        put("take", r -> take(5).apply(r.upstream()), seen -> new Models.Passing(5, NONE));
        put("drop", r -> drop().apply(r.upstream()), seen -> new Models.Drop());
        put(
                "latest",
                r -> latest().apply(r.upstream()),
                seen -> new Models.Queue(1, WhenFull.DROP_OLDEST, "SUPERSEDED"));
        put("buffer", r -> buffer(3).apply(r.upstream()), seen -> new Models.Queue(3, WhenFull.FAIL, "BUFFER_FULL"));
        put(
                "buffer dropOldest",
                r -> buffer(3).dropOldest().apply(r.upstream()),
                seen -> new Models.Queue(3, WhenFull.DROP_OLDEST, "BUFFER_FULL"));
        put(
                "buffer of 1 dropNewest",
                r -> buffer(1).dropNewest().apply(r.upstream()),
                seen -> new Models.Queue(1, WhenFull.DROP_NEWEST, "BUFFER_FULL"));
        put("sample", r -> sample(r.sampler()).apply(r.upstream()), seen -> new Models.Sample());
        put("concatMap", r -> concatMap(r::innerOf).apply(r.upstream()), seen -> new Models.Concat(1));
        put(
                "concatMap prefetch",
                r -> concatMap(defaults().prefetch(3), r::innerOf).apply(r.upstream()),
                seen -> new Models.Concat(3));
        put(
                "mergeMap",
                r -> mergeMap(defaults().concurrency(3).prefetch(4), r::innerOf).apply(r.upstream()),
                seen -> new Models.Merge(3, 4, seen));
        put(
                "mergeMap of 1",
                r -> mergeMap(defaults().concurrency(1).prefetch(1), r::innerOf).apply(r.upstream()),
                seen -> new Models.Merge(1, 1, seen));
        put("switchMap", r -> switchMap(r::innerOf).apply(r.upstream()), seen -> new Models.Switch());
    }

    private static void put(String name, Function<Reality, Publisher<Integer>> stage, Function<Seen, Model> model) {
        SUBJECTS.put(name, new Subject(stage, model));
    }

    static Stream<String> subjects() {
        return SUBJECTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theOperatorDoesWhatItsModelDoes(String name) {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Random random = new Random(seed);
            List<Step> program = Stream.generate(() -> Step.random(random))
                    .limit(1 + random.nextInt(LONGEST))
                    .toList();
            if (difference(name, program) != null) {
                List<Step> shortest = shortest(name, program);
                throw new AssertionError(
                        "seed " + seed + ": " + difference(name, shortest) + "\nAs a test:\n" + asTest(name, shortest));
            }
        }
    }

    private static String asTest(String name, List<Step> program) {
        String steps = program.stream().map(Step::toString).collect(Collectors.joining("; "));
        return "    @Test\n    void nameIt() {\n        run(\"" + name + "\", \"" + steps + "\");\n    }\n";
    }

    /** Runs a program that was found. */
    private static void run(String name, String steps) {
        assertThat(difference(name, Stream.of(steps.split(";")).map(Step::of).toList()))
                .isNull();
    }

    /** Leaves out what is not needed to see a difference. */
    private static List<Step> shortest(String name, List<Step> program) {
        List<Step> best = new ArrayList<>(program);
        for (int size = best.size(); size > 0; size /= 2) {
            for (int from = 0; from < best.size(); ) {
                List<Step> shorter = new ArrayList<>(best.subList(0, from));
                shorter.addAll(best.subList(Math.min(best.size(), from + size), best.size()));
                if (difference(name, shorter) != null) {
                    best = shorter;
                } else {
                    from += size;
                }
            }
        }
        return best;
    }

    private static @Nullable String difference(String name, List<Step> program) {
        return new Program(SUBJECTS.get(name).stage(), SUBJECTS.get(name).model()).difference(program);
    }

    @Test
    void everyOperatorHasAModel() {
        assertThat(Factories.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(SUBJECTS.keySet())
                        .anySatisfy(subject -> assertThat(subject).startsWith(name)));
    }

    @Test
    void whatUpstreamFailsWithAfterARefusedRequestIsLate() {
        run("switchMap", "request 2; send; refuse; fail");
    }

    @Test
    void aProgramIsReadAsItIsWritten() {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            Step step = Step.random(random);
            assertThat(Step.of(step.toString())).isEqualTo(step);
        }
    }
}
