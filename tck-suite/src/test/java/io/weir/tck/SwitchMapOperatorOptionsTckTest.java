package io.weir.tck;

import static io.weir.Operators.switchMap;

import io.weir.flatten.FlattenOptions;

/** The last of several inner streams has all the items; errors wait. */
@VerifiesFactory("switchMap(FlattenOptions, Function)")
public class SwitchMapOperatorOptionsTckTest extends OperatorVerification {
    private static final int SILENT = 2;

    public SwitchMapOperatorOptionsTckTest() {
        super(source -> switchMap(
                        FlattenOptions.defaults().delayErrors(),
                        (Integer inner) -> inner < SILENT ? TestSources.<Integer>silent() : source)
                .apply(TestSources.numbers(SILENT + 1)));
    }
}
