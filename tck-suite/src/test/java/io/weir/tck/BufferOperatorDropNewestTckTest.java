package io.weir.tck;

import static io.weir.Operators.buffer;

/** A buffer that drops the newest item, and is full all the time. */
public class BufferOperatorDropNewestTckTest extends OperatorVerification {
    private static final int CAPACITY = 4;

    public BufferOperatorDropNewestTckTest() {
        super(Pace.ahead(CAPACITY).around(buffer(CAPACITY).dropNewest()::apply));
    }
}
