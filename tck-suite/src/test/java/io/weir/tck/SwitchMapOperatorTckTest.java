package io.weir.tck;

import static io.weir.Operators.switchMap;

import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.testng.annotations.Factory;

/** A new inner stream for each item that is wanted. */
@VerifiesFactory("switchMap(Function)")
public class SwitchMapOperatorTckTest extends FlatteningVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public SwitchMapOperatorTckTest(Setting setting) {
        super(setting, 1, mapper -> switchMap(mapper));
    }

    @Override
    Publisher<Integer> behind(Publisher<Integer> source, Function<Publisher<Integer>, Publisher<Integer>> operator) {
        return Pace.exact().stepwise().around(operator).apply(source);
    }
}
