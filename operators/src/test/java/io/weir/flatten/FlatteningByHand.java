package io.weir.flatten;

import io.weir.Operator;
import io.weir.Operators;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** A flattening operator between an upstream, inner streams and a subscriber that are driven by hand. */
abstract class FlatteningByHand {
    enum Kind {
        CONCAT(Operators::concatMap),
        CONCAT_DELAYING_ERRORS((options, mapper) -> Operators.concatMap(options.delayErrors(), mapper)),
        MERGE((options, mapper) -> Operators.mergeMap(options.concurrency(4).prefetch(1), mapper)),
        MERGE_DELAYING_ERRORS((options, mapper) ->
                Operators.mergeMap(options.concurrency(4).prefetch(1).delayErrors(), mapper)),
        SWITCH(Operators::switchMap),
        SWITCH_DELAYING_ERRORS((options, mapper) -> Operators.switchMap(options.delayErrors(), mapper));

        private final BiFunction<
                        FlattenOptions,
                        Function<TestSource<String>, Publisher<String>>,
                        Operator<TestSource<String>, String>>
                operator;

        Kind(
                BiFunction<
                                FlattenOptions,
                                Function<TestSource<String>, Publisher<String>>,
                                Operator<TestSource<String>, String>>
                        operator) {
            this.operator = operator;
        }

        /** True where items of an inner stream may wait, and so the first one may come without demand. */
        boolean prefetches() {
            return this == MERGE || this == MERGE_DELAYING_ERRORS;
        }
    }

    final TestSource<TestSource<String>> source = new TestSource<>();
    final TestSource<String> a = new TestSource<>();
    final TestSource<String> b = new TestSource<>();
    final TestSubscriber.WithContext<String> subscriber = TestSubscriber.withContext(null);
    final Drops drops = new Drops();
    final IllegalStateException error = new IllegalStateException("thrown");

    final void flatten(Kind kind, FlattenOptions options, Function<TestSource<String>, Publisher<String>> mapper) {
        kind.operator.apply(options.onDropped(drops), mapper).apply(source).subscribe(subscriber);
    }
}
