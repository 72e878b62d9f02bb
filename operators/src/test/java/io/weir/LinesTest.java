package io.weir;

import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.TestSubscriber;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.write(folder.resolve("input.txt"), content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(Weir<String> lines) {
        return lines.toList().toCompletableFuture().join();
    }

    @Test
    void linesEndWithEitherKindOfEndOrNone() throws IOException {
        assertThat(read(Weir.lines(file("one\ntwo\r\n\nfour")))).containsExactly("one", "two", "", "four");
        assertThat(read(Weir.lines(file("one\n")))).containsExactly("one");
        assertThat(read(Weir.lines(file("")))).isEmpty();
        assertThat(read(Weir.lines(file("\n")))).containsExactly("");
    }

    @Test
    void linesMayBeLongerThanABlockAndCharactersMayStandAcrossTwo() throws IOException {
        String longLine = "ä€😀x".repeat(10_000);
        assertThat(read(Weir.lines(file(longLine + "\n" + longLine)))).containsExactly(longLine, longLine);
        String many = IntStream.range(0, 50_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        assertThat(read(Weir.lines(file(many)))).hasSize(50_000).endsWith("line 49999");
    }

    @Test
    void aFileMayBeReadOftenAndIsOpenedOnlyWhenALineIsWanted() throws IOException {
        Weir<String> lines = Weir.lines(folder.resolve("later.txt"));
        TestSubscriber<String> subscriber = TestSubscriber.create();
        lines.subscribe(subscriber);
        Files.writeString(folder.resolve("later.txt"), "a\nb\n");
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly("a");
        assertThat(read(lines)).containsExactly("a", "b");
    }

    @Test
    void aMissingFileFailsTheStream() {
        assertThatThrownBy(() -> read(Weir.lines(folder.resolve("missing.txt"))))
                .hasCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("missing.txt");
    }

    @Test
    void aMalformedLineIsNamedWithItsFile() throws IOException {
        Path file = folder.resolve("bad.txt");
        Files.write(file, new byte[] {'o', 'k', '\n', (byte) 0xC3, (byte) 0x28, '\n', 'x', '\n'});
        TestSubscriber<String> subscriber = TestSubscriber.requesting(10);
        Weir.lines(file).subscribe(subscriber);
        assertThat(subscriber.items()).containsExactly("ok");
        assertThat(subscriber.error())
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 2: malformed, expected UTF-8");
    }

    @Test
    void aLineThatEndsInTheMiddleOfACharacterIsMalformed() throws IOException {
        Path file = folder.resolve("bad.txt");
        Files.write(file, new byte[] {(byte) 0xE2, (byte) 0x82});
        assertThatThrownBy(() -> read(Weir.lines(file))).hasMessageContaining("line 1: malformed");
    }

    /** Counts what is read, and remembers whether it was closed. */
    private static final class WatchedStream extends ByteArrayInputStream {
        private final AtomicInteger reads = new AtomicInteger();
        private boolean closed;
        private boolean broken;

        WatchedStream(String content) {
            super(content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public synchronized int read(byte[] target, int from, int length) {
            reads.incrementAndGet();
            return super.read(target, from, Math.min(length, 4));
        }

        @Override
        public int read(byte[] target) throws IOException {
            if (broken) {
                throw new IOException("unplugged");
            }
            return read(target, 0, target.length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aStreamIsReadNoFurtherThanDemanded() {
        WatchedStream input = new WatchedStream("abc\ndef\nghi\n");
        TestSubscriber<String> subscriber = TestSubscriber.create();
        Weir.lines(input).subscribe(subscriber);
        assertThat(input.reads.get()).isZero();
        subscriber.request(1);
        assertThat(input.reads.get()).isEqualTo(1);
        subscriber.request(1);
        assertThat(input.reads.get()).isEqualTo(2);
        assertThat(subscriber.items()).containsExactly("abc", "def");
    }

    @Test
    void aStreamOfTheCallersIsNotClosedAndServesOneSubscriber() {
        WatchedStream input = new WatchedStream("abc\n");
        Weir<String> lines = Weir.lines(input);
        assertThat(read(lines)).containsExactly("abc");
        assertThat(input.closed).isFalse();
        assertThatThrownBy(() -> read(lines)).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStreamThatBreaksIsNamedWithTheLine() {
        WatchedStream input = new WatchedStream("abc\ndef\n");
        TestSubscriber<String> subscriber = TestSubscriber.requesting(1);
        Weir.lines(input).subscribe(subscriber);
        input.broken = true;
        subscriber.request(1);
        assertThat(subscriber.error())
                .isInstanceOf(IOException.class)
                .hasMessage("input, line 2: cannot be read: unplugged");
    }

    @Test
    void aFileIsClosedAtTheEndOnAnErrorAndOnCancellation() throws IOException {
        // The only handle that shows whether a file is open is the one that the source made: it is found by its effect.
        Path file = file("a\nb\nc\n");
        assertThat(openFiles(file)).isZero();
        TestSubscriber<String> reading = TestSubscriber.requesting(1);
        Weir.lines(file).subscribe(reading);
        assertThat(openFiles(file)).isEqualTo(1);
        reading.cancel();
        assertThat(openFiles(file)).as("after cancellation").isZero();

        assertThat(read(Weir.lines(file))).hasSize(3);
        assertThat(openFiles(file)).as("after the end").isZero();

        assertThat(read(Weir.lines(file).via(take(2)))).hasSize(2);
        assertThat(openFiles(file)).as("after enough").isZero();

        Files.write(file, new byte[] {'a', '\n', (byte) 0xFF, '\n', 'b'});
        assertThatThrownBy(() -> read(Weir.lines(file))).hasMessageContaining("line 2");
        assertThat(openFiles(file)).as("after an error").isZero();

        TestSubscriber<String> refused = TestSubscriber.requesting(1);
        Weir.lines(file).subscribe(refused);
        refused.request(-1);
        assertThat(openFiles(file)).as("after an invalid request").isZero();
    }

    /** How many descriptors of this process point to a file; needs a system that shows them. */
    private static long openFiles(Path file) throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(descriptors));
        try (var all = Files.list(descriptors)) {
            return all.filter(descriptor -> {
                        try {
                            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    @Test
    void nullsAreRefused() {
        assertThatThrownBy(() -> Weir.lines((Path) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Weir.lines((InputStream) null)).isInstanceOf(NullPointerException.class);
    }
}
