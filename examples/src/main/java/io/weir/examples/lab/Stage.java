package io.weir.examples.lab;

import io.weir.Configurable;
import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.Weir;

/**
 * One operator of a row with the probe that sees it.
 *
 * @param out what the operator gives
 * @param probe sees the operator
 * @param mostWaiting the most items that the operator lets wait
 * @param text how the operator is written
 */
record Stage(Weir<Arrival> out, RowProbe probe, long mostWaiting, String text) {
    static <O extends IdentityOperator & Configurable<O>> Stage behind(Weir<Arrival> in, O operator, RowProbe probe) {
        return new Stage(in.via(operator.probe(probe)), probe, operator.mostWaiting(), operator.toString());
    }

    /** The probe of such an operator stands in its options. */
    static Stage behind(Weir<Arrival> in, Operator<Arrival, Arrival> operator, RowProbe probe) {
        return new Stage(in.via(operator), probe, operator.mostWaiting(), operator.toString());
    }
}
