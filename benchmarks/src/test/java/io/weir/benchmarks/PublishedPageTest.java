package io.weir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.benchmarks.report.Measurement;
import io.weir.benchmarks.report.Page;
import io.weir.benchmarks.report.Results;
import io.weir.benchmarks.report.Results.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page in the repository is made of the figures that are kept there, and of nothing else. */
class PublishedPageTest {
    private static final Path HOME = Path.of("..");

    @Test
    void itSaysWhatTheKeptFiguresSay() throws IOException {
        Results kept = Results.read(HOME.resolve(Results.FILE));
        assertThat(HOME.resolve(Page.FILE))
                .as("what ./bench page would write")
                .hasContent(Page.of(kept, Grid.sections()).text());
    }

    @Test
    void everyRowThatIsBehindIsExplained() throws IOException {
        assertThat(Files.readString(HOME.resolve(Page.FILE))).doesNotContain("Not explained yet");
    }

    @Test
    void theRowsOfAGridAreOfOneProcessorSinceTheirMeanWouldMixTheTwo() throws IOException {
        assertThat(processors())
                .isNotEmpty()
                .allSatisfy((grid, names) -> assertThat(names).as(grid).hasSize(1));
    }

    private static Map<String, Set<String>> processors() throws IOException {
        Map<String, Set<String>> processors = new TreeMap<>();
        for (Session session : Results.read(HOME.resolve(Results.FILE)).sessions()) {
            for (Measurement measurement : session.measurements()) {
                processors
                        .computeIfAbsent(measurement.grid(), grid -> new TreeSet<>())
                        .add(session.conditions().facts().get("Processor"));
            }
        }
        return processors;
    }

    @Test
    void theReadmeNamesTheMeansThatThePageNames() throws IOException {
        String readme = Files.readString(HOME.resolve("README.md")).replace('\n', ' ');
        assertThat(readme)
                .contains(mean("plain subscriber") + " times as fast as the better of the two for a plain subscriber")
                .contains(mean("their own subscriber") + " times for a subscriber of the peers' own kind")
                .contains("(geometric means, on an "
                        + processors().get("SameThread").iterator().next());
    }

    private static String mean(String comparison) throws IOException {
        Matcher row = Pattern.compile("\\| SameThread \\| " + comparison + " \\| \\d+ \\| ([\\d.]+) \\|")
                .matcher(Files.readString(HOME.resolve(Page.FILE)));
        assertThat(row.find()).as("a mean for " + comparison).isTrue();
        return row.group(1);
    }
}
