package io.weir.tck;

import static io.weir.Operators.latest;

import org.testng.annotations.Factory;

/** The operator with one item waiting all the time. */
@VerifiesFactory("latest()")
public class LatestOperatorTckTest extends OperatorVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public LatestOperatorTckTest(Setting setting) {
        super(Pace.ahead(1).around(setting.of(latest())));
    }
}
