package io.weir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.benchmarks.report.Page;
import io.weir.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Path;
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
}
