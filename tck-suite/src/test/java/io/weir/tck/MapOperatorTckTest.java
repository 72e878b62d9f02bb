package io.weir.tck;

import static io.weir.Operators.map;

import org.testng.annotations.Factory;

/** The operator behind a source. */
@VerifiesFactory("map(Function)")
public class MapOperatorTckTest extends OperatorVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public MapOperatorTckTest(Setting setting) {
        super(setting.of(map(item -> item + 1)));
    }
}
