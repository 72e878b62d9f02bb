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
import org.reactivestreams.Publisher;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;

/** An operator, as each library has it. */
enum Work {
    DROP("drop", false) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return drop().apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.onBackpressureDrop();
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.onBackpressureDrop();
        }
    },
    BUFFER("buffer", false) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return buffer(CAPACITY).apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.onBackpressureBuffer(CAPACITY);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.onBackpressureBuffer(CAPACITY);
        }
    },
    BUFFER_DROP_OLDEST("buffer.dropOldest", false) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return buffer(CAPACITY).dropOldest().apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.onBackpressureBuffer(CAPACITY, BufferOverflowStrategy.DROP_OLDEST);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.onBackpressureBuffer(CAPACITY, () -> {}, BackpressureOverflowStrategy.DROP_OLDEST);
        }
    },
    LATEST("latest", false) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return latest().apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.onBackpressureLatest();
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.onBackpressureLatest();
        }
    },
    MAP("map", false) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return map(Work::same).apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.map(Work::same);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.map(Work::same);
        }
    },
    FILTER("filter", false) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return filter(Work::isNumber).apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.filter(Work::isNumber);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.filter(Work::isNumber);
        }
    },
    TAKE("take", false) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return take(ENOUGH).apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.take(ENOUGH);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.take(ENOUGH);
        }
    },
    CONCAT_MAP("concatMap", true) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return concatMap((Integer item) -> inner).apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.concatMap(item -> inner);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.concatMap(item -> inner);
        }
    },
    MERGE_MAP("mergeMap", true) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return mergeMap(CONCURRENCY, (Integer item) -> inner).apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.flatMap(item -> inner, CONCURRENCY);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.flatMap(item -> inner, CONCURRENCY);
        }
    },
    SWITCH_MAP("switchMap", true) {
        @Override
        Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner) {
            return switchMap((Integer item) -> inner).apply(source);
        }

        @Override
        Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner) {
            return source.switchMap(item -> inner);
        }

        @Override
        Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner) {
            return source.switchMap(item -> inner);
        }
    };

    static final int CAPACITY = 1024;
    static final int CONCURRENCY = 32;
    static final long ENOUGH = 1_000_000;

    private final String text;
    private final boolean flattens;

    Work(String text, boolean flattens) {
        this.text = text;
        this.flattens = flattens;
    }

    abstract Publisher<Integer> weir(Publisher<Integer> source, Publisher<Integer> inner);

    abstract Flux<Integer> reactor(Flux<Integer> source, Publisher<Integer> inner);

    abstract Flowable<Integer> rxjava(Flowable<Integer> source, Publisher<Integer> inner);

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

    static boolean isNumber(Integer item) {
        return item >= 0;
    }
}
