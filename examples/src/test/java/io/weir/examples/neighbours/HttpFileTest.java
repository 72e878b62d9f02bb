package io.weir.examples.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HttpFileTest {
    private static BigFile file;

    @BeforeAll
    static void createFile() throws IOException {
        file = BigFile.create(HttpFile.MEGABYTES);
    }

    @AfterAll
    static void deleteFile() throws IOException {
        file.close();
    }

    @Test
    void aFileIsReadOnlyAsFarAsTheClientAsksAndTheSlowServerLetsIt() throws Exception {
        HttpFile.Upload upload = HttpFile.upload(file);

        assertThat(upload.asked().all()).containsOnly(1L);
        assertThat(upload.asked().total()).isBetween((long) file.blocks(), file.blocks() + 1L);
        assertThat(upload.bytes().made()).isEqualTo(file.size());
        assertThat(upload.bytes().most()).isLessThan(Sockets.MOST_BYTES).isLessThan(file.size() / 4);
        assertThat(upload.intact()).isTrue();
    }

    @Test
    void aServerIsHeldBackByAReaderThatHasTakenAFewBuffers() throws Exception {
        HttpFile.Download download = HttpFile.download(file);

        assertThat(download.askedWhileSlow()).isBetween(1L, HttpFile.SLOW_READS + 1L);
        assertThat(download.sentWhileSlow()).isLessThan(Sockets.MOST_BYTES);
        assertThat(download.bytes().most()).isLessThan(Sockets.MOST_BYTES).isLessThan(file.size() / 4);
        assertThat(download.stage().highestWaiting()).isLessThanOrEqualTo(1);
        assertThat(download.stage().totalDropped()).isZero();
        assertThat(download.stage().isBalanced()).isTrue();
        assertThat(download.bytes().read()).isEqualTo(file.size());
        assertThat(download.intact()).isTrue();
    }
}
