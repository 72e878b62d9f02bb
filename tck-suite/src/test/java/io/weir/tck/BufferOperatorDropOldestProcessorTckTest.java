package io.weir.tck;

import static io.weir.Operators.buffer;

/** A buffer that drops the oldest item, and is full all the time. */
public class BufferOperatorDropOldestProcessorTckTest extends ProcessorVerification {
    public BufferOperatorDropOldestProcessorTckTest() {
        super(() ->
                Pace.ahead(BUFFER_SIZE).around(buffer(BUFFER_SIZE).dropOldest().processor()));
    }
}
