package io.weir.tck;

import static io.weir.Operators.mergeMap;

import org.testng.annotations.Factory;

/** Many inner streams at once, of one item each. */
@VerifiesFactory("mergeMap(int, Function)")
public class MergeMapOperatorTckTest extends FlatteningVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public MergeMapOperatorTckTest(Setting setting) {
        super(setting, 1, mapper -> mergeMap(8, mapper));
    }
}
