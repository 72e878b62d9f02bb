package io.weir.stress.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the build has written down of the tests that it ran. */
final class Reports {
    private Reports() {}

    /** The tests of some classes of a module that were run, and passed: the display name of each. */
    static List<String> passed(String module, String classes) throws Exception {
        Path folder = Path.of("..", module, "target", "surefire-reports");
        List<String> passed = new ArrayList<>();
        for (Path report : reports(folder, "TEST-" + classes + ".xml")) {
            for (Element test : elements(xml(report), "testcase")) {
                if (children(test, "skipped", "failure", "error") == 0) {
                    passed.add(test.getAttribute("name"));
                }
            }
        }
        if (passed.isEmpty()) {
            throw new IllegalStateException("no report of " + classes + " in " + folder
                    + ": the proof is put together at the end of a build of all modules, mvn verify");
        }
        return passed;
    }

    private static List<Path> reports(Path folder, String glob) throws Exception {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, glob)) {
            files.forEach(found::add);
        }
        return found;
    }

    static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    static List<Element> elements(Document xml, String name) {
        var nodes = xml.getElementsByTagName(name);
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(i -> (Element) nodes.item(i))
                .toList();
    }

    private static int children(Element element, String... names) {
        return Stream.of(names)
                .mapToInt(name -> element.getElementsByTagName(name).getLength())
                .sum();
    }
}
