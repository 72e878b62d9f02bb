package io.weir.tck;

import static io.weir.Operators.concatMap;

import io.weir.flatten.FlattenOptions;
import org.testng.annotations.Factory;

/** Several inner streams wait, and errors do too. */
@VerifiesFactory("concatMap(FlattenOptions, Function)")
public class ConcatMapOperatorOptionsTckTest extends FlatteningVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public ConcatMapOperatorOptionsTckTest(Setting setting) {
        super(
                setting,
                1,
                mapper -> concatMap(FlattenOptions.defaults().prefetch(4).delayErrors(), mapper));
    }
}
