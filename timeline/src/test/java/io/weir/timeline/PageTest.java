package io.weir.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    @Test
    void isOneDocumentThatRefersToNothingElse() {
        String page = Samples.fourPolicies().timeline().toHtml();

        assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "src=", "<link", "@import")
                .doesNotContain("{{");
    }

    @Test
    void forbidsItselfToLoadAnythingAndToRunAnotherScript() {
        assertThat(Samples.fourPolicies().timeline().toHtml())
                .containsPattern("content=\"default-src 'none'; [^\"]*script-src 'sha256-[A-Za-z0-9+/]{43}='\"");
    }

    @Test
    void noTextOfTheRunIsMarkup() {
        String page = Samples.hostile().toHtml();

        assertThat(page).doesNotContain("<b class");
        assertThat(page.split("</script>", -1)).hasSize(3);
        assertThat(page).contains("<title>&lt;/script><b".replace("<b", "&lt;b"));
    }

    @Test
    void isWrittenInPlaceOfWhatWasThere(@TempDir Path folder) throws IOException {
        Timeline timeline = Samples.fourPolicies().timeline();
        Path file = Files.writeString(folder.resolve("page.html"), "x".repeat(1_000_000));

        timeline.writeHtml(file);

        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(timeline.toHtml());
    }

    @Test
    void isWrittenAlsoWhenATextIsHalfACharacter(@TempDir Path folder) throws IOException {
        Timeline timeline = Samples.fourPolicies().timeline().titled("half \ud83d");
        Path file = folder.resolve("page.html");

        timeline.writeHtml(file);

        assertThat(file).content(StandardCharsets.UTF_8).contains("<title>half ?</title>");
    }

    @Test
    void isWrittenToAFileOnly() {
        Timeline timeline = Samples.fourPolicies().timeline();
        assertThatNullPointerException()
                .isThrownBy(() -> timeline.writeHtml(null))
                .withMessage("file must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> timeline.writeJson(null))
                .withMessage("file must not be null");
    }
}
