package io.weir.tck;

import static io.weir.Operators.switchMap;

import io.weir.flatten.FlattenOptions;
import org.testng.annotations.Factory;

/** The last of several inner streams has all the items; errors wait. */
@VerifiesFactory("switchMap(FlattenOptions, Function)")
public class SwitchMapOperatorOptionsTckTest extends OperatorVerification {
    private static final int SILENT = 2;

    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public SwitchMapOperatorOptionsTckTest(Setting setting) {
        super(source -> setting.of(switchMap(
                        FlattenOptions.defaults().delayErrors(),
                        (Integer inner) -> setting.inner(inner < SILENT ? TestSources.silent() : source)))
                .apply(TestSources.numbers(SILENT + 1)));
    }
}
