package io.weir.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Faults are planted, and found. That they are is shown when asked for, as it takes a while: of those whose names the property
 * {@code weir.stress.planted} matches; see CONTRIBUTING.md.
 */
class PlantedFaultsTest {
    private static final String CHOSEN = "weir.stress.planted";
    private static final long MOST_MINUTES = 5;
    private static final Path RESULTS = Path.of("src/test/proof/planted.tsv");
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @ParameterizedTest
    @EnumSource
    void itCanBePlanted(PlantedFault fault) throws Exception {
        assertThat(plant(fault).resolve("classes")).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = CHOSEN, matches = ".+")
    void itIsFoundWithinFiveMinutes(PlantedFault fault) throws Exception {
        assumeThat(fault.name()).matches(System.getProperty(CHOSEN));
        Path folder = plant(fault);
        Search search = new Search(folder, CLASS_PATH, MOST_MINUTES);
        Optional<String> found = search.find();
        assertThat(found).as("%s, see the logs in %s", fault, folder).isPresent();
        keep(fault, found.get(), search.seconds());
    }

    /** A folder, with faulty classes in the folder {@code classes} of it. */
    private static Path plant(PlantedFault fault) throws Exception {
        Path folder = Path.of("target", "planted", fault.name()).toAbsolutePath();
        empty(folder);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        CLASS_PATH,
                        "-d",
                        classes.toString(),
                        fault.plantIn(folder.resolve("source")).toString());
        assertThat(failed).as("what the compiler says of %s", fault).isZero();
        return folder;
    }

    private static void empty(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static void keep(PlantedFault fault, String found, long seconds) throws Exception {
        List<String> lines = new ArrayList<>();
        if (Files.exists(RESULTS)) {
            lines.addAll(Files.readAllLines(RESULTS));
        }
        lines.removeIf(line -> line.startsWith(fault.name() + '\t'));
        lines.add(String.join("\t", fault.name(), found, seconds + " s"));
        lines.sort(Comparator.naturalOrder());
        Files.createDirectories(RESULTS.getParent());
        Path draft = Files.write(Path.of("target", "planted.tsv"), lines);
        Files.move(draft, RESULTS, StandardCopyOption.REPLACE_EXISTING);
    }
}
