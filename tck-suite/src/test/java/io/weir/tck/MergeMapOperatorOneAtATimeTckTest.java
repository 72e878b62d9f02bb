package io.weir.tck;

import static io.weir.Operators.mergeMap;

import org.testng.annotations.Factory;

/** One inner stream at a time, of several items. */
public class MergeMapOperatorOneAtATimeTckTest extends FlatteningVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public MergeMapOperatorOneAtATimeTckTest(Setting setting) {
        super(setting, 3, mapper -> mergeMap(1, mapper));
    }
}
