package io.weir.flatten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weir.Weir;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;

/** Inner streams that are the lines of files: they are closed in time. */
class InnerSourceFilesTest extends InnerSources {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @ParameterizedTest
    @EnumSource
    void theLinesOfFilesAreReadOneFileAfterTheOther(Flattening flattening, @TempDir Path folder) throws Exception {
        Path first = Files.writeString(folder.resolve("first"), "1\n2\n");
        Path second = Files.writeString(folder.resolve("second"), "3\n");
        flatten(flattening, InnerSourceFilesTest::linesOf);
        subscriber.request(Long.MAX_VALUE);
        source.send(first, second);
        source.complete();
        assertThat(subscriber.items()).containsExactly("1", "2", "3");
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsClosedWhicheverWayItsLinesEnd(Flattening flattening, @TempDir Path folder) throws Exception {
        assumeTrue(Files.isDirectory(OPEN_FILES), "the system tells which files are open");
        Path file = Files.writeString(folder.resolve("lines"), "1\n".repeat(100));
        TestSubscriber<Object> looking = TestSubscriber.requesting(Long.MAX_VALUE);
        emptied(
                flattening,
                file,
                looking.onNext(item -> assertThat(isOpen(file)).isTrue()));
        assertThat(looking.items()).hasSize(100);
        assertThat(isOpen(file)).isFalse();

        TestSubscriber<Object> cancelling = TestSubscriber.requesting(Long.MAX_VALUE);
        emptied(flattening, file, cancelling.onNext(item -> cancelling.cancel()));
        assertThat(isOpen(file)).isFalse();

        TestSubscriber<Object> failing = TestSubscriber.requesting(Long.MAX_VALUE);
        failing.onNext(item -> {
            throw new InternalError("of the machine");
        });
        assertThatThrownBy(() -> emptied(flattening, file, failing)).isInstanceOf(InternalError.class);
        assertThat(isOpen(file)).isFalse();

        TestSubscriber<Object> failingAtTheEnd = new TestSubscriber<>() {
            @Override
            public void onError(Throwable error) {
                throw new InternalError("of the machine", error);
            }
        };
        failingAtTheEnd.onSubscribe(s -> s.request(Long.MAX_VALUE)).onNext(item -> failingAtTheEnd.request(0));
        assertThatThrownBy(() -> emptied(flattening, file, failingAtTheEnd)).isInstanceOf(InternalError.class);
        assertThat(isOpen(file)).isFalse();
    }

    @Test
    void aFileIsClosedIfTheItemOfAnotherStreamFailsFatally(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isDirectory(OPEN_FILES), "the system tells which files are open");
        Path file = Files.writeString(folder.resolve("lines"), "1\n".repeat(100));
        flatten(Flattening.MERGE, item -> item instanceof Path ? linesOf(item) : Weir.just(item));
        subscriber.onNext(item -> {
            if (item.equals("1")) {
                subscriber.onNext(other -> {
                    throw new InternalError("of the machine");
                });
                source.send("2"); // upstream re-enters
            }
        });
        subscriber.request(Long.MAX_VALUE);
        assertThatThrownBy(() -> source.send(file)).isInstanceOf(InternalError.class);
        assertThat(isOpen(file)).isFalse();
    }

    private static void emptied(Flattening flattening, Path file, TestSubscriber<Object> receiver) {
        TestSource<Object> upstream = new TestSource<>();
        flattening
                .of(FlattenOptions.defaults(), InnerSourceFilesTest::linesOf)
                .apply(upstream)
                .subscribe(receiver);
        upstream.send(file);
    }

    private static boolean isOpen(Path file) {
        try (Stream<Path> descriptors = Files.list(OPEN_FILES)) {
            return descriptors.anyMatch(descriptor -> leadsTo(file, descriptor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean leadsTo(Path file, Path descriptor) {
        try {
            return Files.isSameFile(file, descriptor);
        } catch (IOException e) {
            return false; // closed by now, or no file
        }
    }

    @SuppressWarnings("unchecked") // a publisher only gives items
    private static Publisher<Object> linesOf(Object file) {
        return (Publisher<Object>) (Publisher<?>) Weir.lines((Path) file);
    }
}
