package io.weir.stress.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What long runs have found, kept in lines whose columns are parted by tabs. */
final class Tables {
    private Tables() {}

    static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.split("\t")).toList();
    }
}
