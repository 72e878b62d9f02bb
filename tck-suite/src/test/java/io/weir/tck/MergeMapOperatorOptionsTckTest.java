package io.weir.tck;

import static io.weir.Operators.mergeMap;

import io.weir.flatten.FlattenOptions;
import org.testng.annotations.Factory;

/** Several inner streams, of which each has more items than may wait; errors do too. */
@VerifiesFactory("mergeMap(FlattenOptions, Function)")
public class MergeMapOperatorOptionsTckTest extends FlatteningVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public MergeMapOperatorOptionsTckTest(Setting setting) {
        super(
                setting,
                5,
                mapper -> mergeMap(
                        FlattenOptions.defaults().concurrency(3).prefetch(2).delayErrors(), mapper));
    }
}
