package io.weir.tck;

import static io.weir.Operators.drop;

/** The operator behind a source that sends what is wanted. */
@VerifiesFactory("drop()")
public class DropOperatorTckTest extends OperatorVerification {
    public DropOperatorTckTest() {
        super(Pace.exact().around(drop()::apply));
    }
}
