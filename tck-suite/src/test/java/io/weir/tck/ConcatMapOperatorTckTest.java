package io.weir.tck;

import static io.weir.Operators.concatMap;

import org.testng.annotations.Factory;

/** Inner streams of several items, one waiting. */
@VerifiesFactory("concatMap(Function)")
public class ConcatMapOperatorTckTest extends FlatteningVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public ConcatMapOperatorTckTest(Setting setting) {
        super(setting, 3, mapper -> concatMap(mapper));
    }
}
