package io.weir.tck;

import io.weir.Weir;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.testng.annotations.AfterClass;

/** The lines of a file. */
public class WeirLinesPathTckTest extends PublisherVerification<String> {
    private static final int MOST_LINES = 1000;

    private final Set<Path> files = new HashSet<>();

    public WeirLinesPathTckTest() {
        super(Tck.environment(), Tck.GC_MILLIS);
    }

    @AfterClass
    public void deleteFiles() throws IOException {
        for (Path file : files) {
            Files.delete(file);
        }
    }

    @Override
    public Publisher<String> createPublisher(long elements) {
        try {
            Path file = Files.createTempFile("lines", ".txt");
            files.add(file);
            Files.write(
                    file,
                    IntStream.range(0, (int) elements)
                            .mapToObj(i -> "line " + i)
                            .toList());
            return Weir.lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long maxElementsFromPublisher() {
        return MOST_LINES;
    }

    /** A file is opened when the first line is asked for, and so cannot fail before. */
    @Override
    public Publisher<String> createFailedPublisher() {
        return null;
    }
}
