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

import io.reactivex.rxjava3.core.BackpressureOverflowStrategy;
import io.reactivex.rxjava3.core.Flowable;
import io.weir.IdentityOperator;
import io.weir.Operator;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;

/** An operator, as each library has it. */
enum Work {
    DROP("drop", false) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(drop());
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.onBackpressureDrop();
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.onBackpressureDrop();
        }
    },
    BUFFER("buffer", false) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(buffer(CAPACITY));
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.onBackpressureBuffer(CAPACITY);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.onBackpressureBuffer(CAPACITY);
        }
    },
    BUFFER_DROP_OLDEST("buffer.dropOldest", false) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(buffer(CAPACITY).dropOldest());
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.onBackpressureBuffer(CAPACITY, BufferOverflowStrategy.DROP_OLDEST);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.onBackpressureBuffer(CAPACITY, () -> {}, BackpressureOverflowStrategy.DROP_OLDEST);
        }
    },
    BUFFER_DROP_NEWEST("buffer.dropNewest", false) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(buffer(CAPACITY).dropNewest());
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.onBackpressureBuffer(CAPACITY, BufferOverflowStrategy.DROP_LATEST);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.onBackpressureBuffer(CAPACITY, () -> {}, BackpressureOverflowStrategy.DROP_LATEST);
        }
    },
    LATEST("latest", false) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(latest());
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.onBackpressureLatest();
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.onBackpressureLatest();
        }
    },
    MAP("map", false) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(map(Work::same));
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.map(Work::same);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.map(Work::same);
        }
    },
    FILTER("filter", false) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(filter(Work::isNumber));
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.filter(Work::isNumber);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.filter(Work::isNumber);
        }
    },
    TAKE("take", false) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(take(ENOUGH));
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.take(ENOUGH);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.take(ENOUGH);
        }
    },
    CONCAT_MAP("concatMap", true) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(concatMap(mapper));
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.concatMap(mapper);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.concatMap(mapper);
        }
    },
    MERGE_MAP("mergeMap", true) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(mergeMap(CONCURRENCY, mapper));
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.flatMap(mapper, CONCURRENCY);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.flatMap(mapper, CONCURRENCY);
        }
    },
    SWITCH_MAP("switchMap", true) {
        @Override
        <P> P weir(Pipeline<P> pipeline, Mapper mapper) {
            return pipeline.via(switchMap(mapper));
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Mapper mapper) {
            return source.switchMap(mapper);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper) {
            return source.switchMap(mapper);
        }
    };

    /** Where operators of this library can be put. */
    interface Pipeline<P> {
        P via(IdentityOperator operator);

        P via(Operator<Integer, Integer> operator);
    }

    /** A publisher of no library. */
    record Plain(Publisher<Integer> source) implements Pipeline<Publisher<Integer>> {
        @Override
        public Publisher<Integer> via(IdentityOperator operator) {
            return operator.apply(source);
        }

        @Override
        public Publisher<Integer> via(Operator<Integer, Integer> operator) {
            return operator.apply(source);
        }
    }

    /** Makes an inner stream of an item; a function for each library, so that none needs another around it. */
    interface Mapper
            extends Function<Integer, Publisher<? extends Integer>>,
                    io.reactivex.rxjava3.functions.Function<Integer, Publisher<? extends Integer>> {
        @Override
        Publisher<? extends Integer> apply(Integer item);
    }

    static final int CAPACITY = 1024;
    static final int CONCURRENCY = 32;
    static final long ENOUGH = 1_000_000;

    private final String text;
    private final boolean flattens;

    Work(String text, boolean flattens) {
        this.text = text;
        this.flattens = flattens;
    }

    abstract <P> P weir(Pipeline<P> pipeline, Mapper mapper);

    abstract Flux<Integer> reactor(Flux<Integer> source, Mapper mapper);

    abstract Flowable<Integer> rxjava(Flowable<Integer> source, Mapper mapper);

    boolean flattens() {
        return flattens;
    }

    /** How the grids call it. */
    @Override
    public String toString() {
        return text;
    }

    static Work named(String text) {
        for (Work work : values()) {
            if (work.text.equals(text)) {
                return work;
            }
        }
        throw new IllegalArgumentException("there is no operator " + text);
    }

    static Integer same(Integer item) {
        return item;
    }

    static void ignore(Integer item) {}

    static boolean isNumber(Integer item) {
        return item >= 0;
    }
}
