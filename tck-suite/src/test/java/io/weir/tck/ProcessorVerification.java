package io.weir.tck;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.function.Supplier;
import org.reactivestreams.Processor;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.IdentityProcessorVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The rules for processors, with sources on threads of their own. */
public abstract class ProcessorVerification extends IdentityProcessorVerification<Integer> {
    /** How many items a processor must be able to hold, if it can hold any. */
    static final int BUFFER_SIZE = TestEnvironment.TEST_BUFFER_SIZE;

    private static final int THREADS = 4;

    private final Supplier<Processor<Integer, Integer>> processor;
    private ExecutorService executor;

    /**
     * @param processor makes processors that let through every item they are given
     */
    protected ProcessorVerification(Supplier<Processor<Integer, Integer>> processor) {
        super(Tck.environment(), Tck.GC_MILLIS, BUFFER_SIZE);
        this.processor = processor;
    }

    @BeforeClass
    public final void startExecutor() {
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(THREADS);
        pool.setRejectedExecutionHandler(new DiscardPolicy()); // at the end a source may want to go on for nobody
        executor = pool;
    }

    @AfterClass
    public final void stopExecutor() {
        executor.shutdown();
    }

    @Override
    public final ExecutorService publisherExecutorService() {
        return executor;
    }

    @Override
    public final Processor<Integer, Integer> createIdentityProcessor(int bufferSize) {
        return processor.get();
    }

    @Override
    public final Publisher<Integer> createFailedPublisher() {
        Processor<Integer, Integer> failed = processor.get();
        TestSources.<Integer>failed().subscribe(failed);
        return failed;
    }

    @Override
    public final long maxSupportedSubscribers() {
        return 1;
    }

    @Override
    public final Integer createElement(int element) {
        return element;
    }
}
