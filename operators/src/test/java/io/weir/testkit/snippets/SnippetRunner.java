package io.weir.testkit.snippets;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles snippets against the class path of the tests, and runs them.
 *
 * <p>A snippet becomes a method of a class outside {@code io.weir}, so that it sees what a user sees. What a page may take
 * for granted stands in {@link #WRAPPER}.
 */
public final class SnippetRunner implements AutoCloseable {
    private static final String WRAPPER = """
            package snippets;

            import static io.weir.Operators.*;

            import io.weir.*;
            import io.weir.flatten.*;
            import io.weir.overflow.*;
            import io.weir.spi.*;
            import io.weir.timing.*;
            import java.net.http.HttpRequest.BodyPublishers;
            import java.nio.ByteBuffer;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.List;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import org.reactivestreams.*;
            %s

            class Page {
                record Request(String path) {
                    static Request parse(String line) {
                        return new Request(line);
                    }
                }

                LongAdder lost = new LongAdder();
                Publisher<Integer> publisher = Weir.range(1, 3);
                Subscriber<Integer> subscriber = new ByHand<>();
                Flow.Publisher<ByteBuffer> bytes = new SubmissionPublisher<>();

                Publisher<String> resolve(Request request) {
                    return Weir.fromIterable(List.of(request.path()));
                }

                %s

                %s
            }
            """;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null); // keeps jars open
    private final Path directory;
    private final String imports;
    private final String declarations;

    /**
     * @param directory where classes go
     * @param imports what every snippet may use besides the library and the usual parts of the JDK
     * @param declarations types and fields that every snippet may use
     */
    public SnippetRunner(Path directory, String imports, String declarations) {
        this.directory = directory;
        this.imports = imports;
        this.declarations = declarations;
    }

    /** The types that the page on subscribers declares, which other pages use. */
    public static String sharedTypes() {
        return Snippet.of("docs/sources-and-subscribers.md").stream()
                .filter(Snippet::declaresAType)
                .map(Snippet::body)
                .collect(joining("\n\n"));
    }

    /** Compiles the snippet; fails with the snippet and what the compiler says. */
    private Path compile(Snippet snippet) throws IOException {
        String source = source(snippet);
        Path classes = Files.createTempDirectory(directory, "snippet");
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-Xlint:unchecked,rawtypes,deprecation",
                "-Werror");
        boolean compiles = compiler.getTask(null, files, messages, options, null, List.of(new Source(source)))
                .call();
        if (!compiles) {
            List<String> lines = source.lines().toList();
            String complaints = messages.getDiagnostics().stream()
                    .map(message -> complaint(message, lines))
                    .collect(joining("\n"));
            throw new AssertionError(snippet + " does not compile:\n\n" + snippet.body() + "\n\n" + complaints);
        }
        return classes;
    }

    private static String complaint(Diagnostic<?> message, List<String> lines) {
        int line = (int) message.getLineNumber();
        return message.getMessage(null)
                + (line < 1 ? "" : "\n    in: " + lines.get(line - 1).strip());
    }

    private String source(Snippet snippet) {
        if (!snippet.declaresAType()) {
            String method = "void run() throws Exception {\n" + snippet.body() + "\n}";
            return WRAPPER.formatted(imports + snippet.imports(), declarations, method);
        }
        String others = declarations.replace(snippet.body(), "");
        return WRAPPER.formatted(imports + snippet.imports(), others, snippet.body());
    }

    /** Compiles the snippet, and runs it if it says what it prints. Returns the lines that it printed. */
    public List<String> run(Snippet snippet) throws Exception {
        Path classes = compile(snippet);
        if (!snippet.runs()) {
            return List.of();
        }
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            Class<?> page = loader.loadClass("snippets.Page");
            var constructor = page.getDeclaredConstructor();
            constructor.setAccessible(true);
            var run = page.getDeclaredMethod("run");
            run.setAccessible(true);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            run.invoke(constructor.newInstance());
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///snippets/Page.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
