package io.weir.tck;

import static io.weir.Operators.buffer;

import org.testng.annotations.Factory;

/** A buffer that drops the newest item, and is full all the time. */
public class BufferOperatorDropNewestTckTest extends OperatorVerification {
    private static final int CAPACITY = 4;

    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public BufferOperatorDropNewestTckTest(Setting setting) {
        super(Pace.ahead(CAPACITY).around(setting.of(buffer(CAPACITY).dropNewest())));
    }
}
