package io.weir.tck;

import static io.weir.Operators.buffer;

import org.testng.annotations.Factory;

/** A buffer that drops the oldest item, and is full all the time. */
public class BufferOperatorDropOldestTckTest extends OperatorVerification {
    private static final int CAPACITY = 4;

    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public BufferOperatorDropOldestTckTest(Setting setting) {
        super(Pace.ahead(CAPACITY).around(setting.of(buffer(CAPACITY).dropOldest())));
    }
}
