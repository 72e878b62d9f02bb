package io.weir.tck;

import static io.weir.Operators.buffer;

/** A buffer that fails when it is full, and is full all the time. */
@VerifiesFactory("buffer(int)")
public class BufferOperatorTckTest extends OperatorVerification {
    private static final int CAPACITY = 4;

    public BufferOperatorTckTest() {
        super(Pace.ahead(CAPACITY).around(buffer(CAPACITY)::apply));
    }
}
