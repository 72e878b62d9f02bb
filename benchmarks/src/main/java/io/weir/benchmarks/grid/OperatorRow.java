package io.weir.benchmarks.grid;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.switchMap;
import static io.weir.Operators.take;

import io.reactivex.rxjava3.core.Flowable;
import io.weir.IdentityOperator;
import io.weir.Operator;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A row of a grid: an operator, and for those that flatten, what the inner streams are. Beyond {@link Work}, the mapper is
 * free, and an operator of this library can be put into a pipeline of any library.
 *
 * @param work the operator
 * @param innerSize how many items an inner stream has; 1 if there are none
 * @param just whether the inner streams are made by {@code just}
 */
record OperatorRow(Work work, int innerSize, boolean just) {
    /** Where operators of this library can be put. */
    interface Pipeline<P> {
        P via(IdentityOperator operator);

        P via(Operator<Integer, Integer> operator);
    }

    /** Makes an inner stream of an item; a function for each library, so that none needs another around it. */
    interface Mapper
            extends Function<Integer, Publisher<? extends Integer>>,
                    io.reactivex.rxjava3.functions.Function<Integer, Publisher<? extends Integer>> {
        @Override
        Publisher<? extends Integer> apply(Integer item);
    }

    /** The row that is written like "drop", "concatMap of 10" or "concatMap of just". */
    static OperatorRow named(String text) {
        String[] words = text.split(" of ", 2);
        Work work = Work.named(words[0]);
        boolean just = work.flattens() && words[1].equals("just");
        return new OperatorRow(work, work.flattens() && !just ? Integer.parseInt(words[1]) : 1, just);
    }

    /** How many items the outer stream must have. */
    int outer(int items) {
        return items / innerSize;
    }

    <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
        return switch (work) {
            case DROP -> pipeline.via(drop());
            case BUFFER -> pipeline.via(buffer(Work.CAPACITY));
            case BUFFER_DROP_OLDEST -> pipeline.via(buffer(Work.CAPACITY).dropOldest());
            case LATEST -> pipeline.via(latest());
            case MAP -> pipeline.via(map(Work::same));
            case FILTER -> pipeline.via(filter(Work::isNumber));
            case TAKE -> pipeline.via(take(Work.ENOUGH));
            case CONCAT_MAP -> pipeline.via(concatMap(mapper));
            case MERGE_MAP -> pipeline.via(mergeMap(Work.CONCURRENCY, mapper));
            case SWITCH_MAP -> pipeline.via(switchMap(mapper));
        };
    }

    Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
        return switch (work) {
            case CONCAT_MAP -> source.concatMap(mapper);
            case MERGE_MAP -> source.flatMap(mapper, Work.CONCURRENCY);
            case SWITCH_MAP -> source.switchMap(mapper);
            default -> work.reactor(source, Flux.empty());
        };
    }

    Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
        return switch (work) {
            case CONCAT_MAP -> source.concatMap(mapper);
            case MERGE_MAP -> source.flatMap(mapper, Work.CONCURRENCY);
            case SWITCH_MAP -> source.switchMap(mapper);
            default -> work.rxjava(source, Flowable.empty());
        };
    }
}
