package io.weir.examples.lab;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.latest;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;

import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What can be compared: the operators that decide what happens to items that come too fast. */
enum Policy {
    BUFFER("buffer", false) {
        @Override
        Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe) {
            return Stage.behind(in, buffer(settings.capacity()), probe);
        }
    },
    BUFFER_DROP_OLDEST("buffer.dropOldest", false) {
        @Override
        Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe) {
            return Stage.behind(in, buffer(settings.capacity()).dropOldest(), probe);
        }
    },
    BUFFER_DROP_NEWEST("buffer.dropNewest", false) {
        @Override
        Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe) {
            return Stage.behind(in, buffer(settings.capacity()).dropNewest(), probe);
        }
    },
    DROP("drop", false) {
        @Override
        Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe) {
            return Stage.behind(in, drop(), probe);
        }
    },
    LATEST("latest", false) {
        @Override
        Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe) {
            return Stage.behind(in, latest(), probe);
        }
    },
    SAMPLE("sample", false) {
        @Override
        Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe) {
            return Stage.behind(in, sample(settings.period()).timer(works.timer()), probe);
        }
    },
    MERGE_MAP("mergeMap", true) {
        @Override
        Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe) {
            FlattenOptions options = FlattenOptions.defaults()
                    .concurrency(settings.concurrency())
                    .prefetch(1);
            return Stage.behind(in, mergeMap(options.probe(probe), works::on), probe);
        }
    },
    CONCAT_MAP("concatMap", true) {
        @Override
        Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe) {
            FlattenOptions options = FlattenOptions.defaults();
            return Stage.behind(in, concatMap(options.probe(probe), works::on), probe);
        }
    },
    SWITCH_MAP("switchMap", true) {
        @Override
        Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe) {
            FlattenOptions options = FlattenOptions.defaults();
            return Stage.behind(in, switchMap(options.probe(probe), works::on), probe);
        }
    };

    private final String text;
    private final boolean worksInside;

    Policy(String text, boolean worksInside) {
        this.text = text;
        this.worksInside = worksInside;
    }

    /** Puts the operator behind what there is. */
    abstract Stage stage(Weir<Arrival> in, Settings settings, Works works, RowProbe probe);

    /** True when the consumer's work is done in streams inside the stage, and not by its subscriber. */
    boolean worksInside() {
        return worksInside;
    }

    /** True when the stage asks for no more than it can work on, so that the producer has to wait. */
    boolean holdsBack() {
        return this == MERGE_MAP || this == CONCAT_MAP;
    }

    static Policy of(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no policy '" + text + "'; choose from " + String.join(", ", names())));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Policy::toString).collect(Collectors.toList());
    }

    /** The name as it is called. */
    @Override
    public String toString() {
        return text;
    }
}
