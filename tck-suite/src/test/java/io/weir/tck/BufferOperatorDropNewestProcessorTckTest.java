package io.weir.tck;

import static io.weir.Operators.buffer;

/** A buffer that drops the newest item, and is full all the time. */
public class BufferOperatorDropNewestProcessorTckTest extends ProcessorVerification {
    public BufferOperatorDropNewestProcessorTckTest() {
        super(() ->
                Pace.ahead(BUFFER_SIZE).around(buffer(BUFFER_SIZE).dropNewest().processor()));
    }
}
