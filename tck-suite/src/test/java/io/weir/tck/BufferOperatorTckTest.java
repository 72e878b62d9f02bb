package io.weir.tck;

import static io.weir.Operators.buffer;

import org.testng.annotations.Factory;

/** A buffer that fails when it is full, and is full all the time. */
@VerifiesFactory("buffer(int)")
public class BufferOperatorTckTest extends OperatorVerification {
    private static final int CAPACITY = 4;

    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public BufferOperatorTckTest(Setting setting) {
        super(Pace.ahead(CAPACITY).around(setting.of(buffer(CAPACITY))));
    }
}
