package io.weir.tck;

import static io.weir.Operators.buffer;

/** A buffer that drops the oldest item, and is full all the time. */
public class BufferOperatorDropOldestTckTest extends OperatorVerification {
    private static final int CAPACITY = 4;

    public BufferOperatorDropOldestTckTest() {
        super(Pace.ahead(CAPACITY).around(buffer(CAPACITY).dropOldest()::apply));
    }
}
