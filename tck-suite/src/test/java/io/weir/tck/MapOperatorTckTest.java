package io.weir.tck;

import static io.weir.Operators.map;

/** The operator behind a source. */
@VerifiesFactory("map(Function)")
public class MapOperatorTckTest extends OperatorVerification {
    public MapOperatorTckTest() {
        super(map(item -> item + 1));
    }
}
