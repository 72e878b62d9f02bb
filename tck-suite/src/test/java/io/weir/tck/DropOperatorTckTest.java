package io.weir.tck;

import static io.weir.Operators.drop;

import org.testng.annotations.Factory;

/** The operator behind a source that sends what is wanted. */
@VerifiesFactory("drop()")
public class DropOperatorTckTest extends OperatorVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public DropOperatorTckTest(Setting setting) {
        super(Pace.exact().around(setting.of(drop())));
    }
}
