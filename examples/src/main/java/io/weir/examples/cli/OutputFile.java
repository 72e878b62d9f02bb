package io.weir.examples.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file to write a result into, looked at before the work begins, so that a long run does not end in a wrong path. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * The path, if a file can be written there.
     *
     * @param option the option that gave it, for the message
     * @param text the path as it was given
     * @return the path
     * @throws IllegalArgumentException if no file can be written there; the message says why, and names both
     */
    public static Path of(String option, String text) {
        Path file = path(option, text);
        Path folder = file.toAbsolutePath().getParent();
        if (text.isBlank() || Files.isDirectory(file) || folder == null) {
            throw wrong(option, text, "is a folder; name a file in it, such as " + file.resolve("timeline.html"));
        }
        if (!Files.isDirectory(folder)) {
            throw wrong(option, text, "cannot be written: there is no folder " + folder);
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw wrong(option, text, "may not be written");
        }
        return file;
    }

    private static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(option + " " + text + ": is not a path", e);
        }
    }

    private static IllegalArgumentException wrong(String option, String text, String why) {
        return new IllegalArgumentException(option + " " + text + ": " + why);
    }
}
