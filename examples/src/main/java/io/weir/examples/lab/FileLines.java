package io.weir.examples.lab;

import io.weir.Weir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;

/** The lines of a file. Each row reads the file for itself, as fast as its policy asks for lines. */
final class FileLines implements Input {
    private final Path file;
    private final List<Valve<String>> valves = new CopyOnWriteArrayList<>();

    private FileLines(Path file) {
        this.file = file;
    }

    /** Checks that the file can be read. */
    static FileLines of(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a directory");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    file + ": can be read only once, and each policy reads the file itself; use - instead");
        }
        if (!Files.isReadable(file)) {
            throw new IOException(file + ": may not be read");
        }
        return new FileLines(file);
    }

    /** A reader of its own, on a thread of its own: the file is read on whatever thread asks for lines. */
    @Override
    public Publisher<?> branch() {
        Publisher<String> lines = Weir.lines(file);
        Publisher<String> onOwnThread = subscriber ->
                Threads.daemon("lab-reader", () -> lines.subscribe(subscriber)).start();
        Valve<String> valve = new Valve<>(onOwnThread);
        valves.add(valve);
        return valve;
    }

    @Override
    public void start() {
        // a row starts to read when it subscribes
    }

    @Override
    public void stop() {
        valves.forEach(Valve::shut);
    }

    @Override
    public OptionalLong sent() {
        return OptionalLong.empty();
    }

    @Override
    public boolean canBeSlowed() {
        return true;
    }

    @Override
    public String items() {
        return "lines";
    }

    @Override
    public String title() {
        return "lines of " + file.getFileName();
    }

    @Override
    public String manner() {
        return "Each policy reads the file for itself, as fast as it asks for lines.";
    }
}
