package io.weir.tck;

import static io.weir.Operators.buffer;

/** A buffer that fails when it is full, and is full all the time. */
public class BufferOperatorProcessorTckTest extends ProcessorVerification {
    public BufferOperatorProcessorTckTest() {
        super(() -> Pace.ahead(BUFFER_SIZE).around(buffer(BUFFER_SIZE).processor()));
    }
}
