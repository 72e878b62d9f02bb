package io.weir.tck;

import io.weir.Weir;
import java.io.InputStream;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;

/** The lines of an input stream. */
public class WeirLinesInputTckTest extends PublisherVerification<String> {
    public WeirLinesInputTckTest() {
        super(Tck.environment(), Tck.GC_MILLIS);
    }

    @Override
    public Publisher<String> createPublisher(long elements) {
        return Weir.lines(new ManyLines(elements));
    }

    /** An input stream serves one subscriber; this one has had it. */
    @Override
    public Publisher<String> createFailedPublisher() {
        Weir<String> taken = Weir.lines(InputStream.nullInputStream());
        var unused = taken.toList();
        return taken;
    }

    @SuppressWarnings("InputStreamSlowMultibyteRead") // fast enough for a few lines
    private static final class ManyLines extends InputStream {
        private long bytesLeft; // two a line

        ManyLines(long lines) {
            bytesLeft = 2 * Math.min(lines, Integer.MAX_VALUE);
        }

        @Override
        public int read() {
            if (bytesLeft == 0) {
                return -1;
            }
            return bytesLeft-- % 2 == 0 ? 'x' : '\n';
        }
    }
}
