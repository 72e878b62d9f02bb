package io.weir.testkit.snippets;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of Java in a page of the documentation. What follows a line {@code // prints} is what it must print when it
 * runs; a block without such a line need only compile.
 */
public record Snippet(String page, int line, List<String> code, List<String> prints) {
    private static final String FENCE = "```";
    private static final String PRINTS = "// prints";

    /** All of a page, named by its path in the project. */
    public static List<Snippet> of(String page) {
        try {
            return in(page, Files.readAllLines(root().resolve(page)));
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }

    /** The folder of the project. */
    public static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("README.md"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new AssertionError("no README.md here or above");
            }
        }
        return directory;
    }

    public static List<Snippet> in(String page, List<String> lines) {
        List<Snippet> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = endOfBlock(page, lines, i);
                if (lines.get(i).equals(FENCE + "java")) {
                    found.add(of(page, i + 2, lines.subList(i + 1, end)));
                }
                i = end;
            }
        }
        return found;
    }

    private static int endOfBlock(String page, List<String> lines, int start) {
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                return i;
            }
        }
        throw new AssertionError(page + ", line " + (start + 1) + ": this block has no end");
    }

    private static Snippet of(String page, int line, List<String> block) {
        int prints = block.indexOf(PRINTS);
        if (prints < 0) {
            return new Snippet(page, line, List.copyOf(block), List.of());
        }
        List<String> output = block.subList(prints + 1, block.size()).stream()
                .map(comment -> comment.replaceFirst("^// ?", ""))
                .toList();
        return new Snippet(page, line, List.copyOf(block.subList(0, prints)), output);
    }

    public boolean runs() {
        return !prints.isEmpty();
    }

    /** True when it declares a type, rather than doing something. */
    public boolean declaresAType() {
        return body().matches("(?s)((static|final|abstract|public) )*(class|record|interface|enum) .*");
    }

    /** True when it needs a class of this name. */
    public boolean mentions(String type) {
        return body().contains(type);
    }

    public String imports() {
        return code.stream().filter(Snippet::isImport).collect(joining("\n"));
    }

    public String body() {
        return code.stream()
                .filter(text -> !isImport(text))
                .collect(joining("\n"))
                .strip();
    }

    private static boolean isImport(String text) {
        return text.startsWith("import ");
    }

    @Override
    public String toString() {
        return page + ", line " + line;
    }
}
