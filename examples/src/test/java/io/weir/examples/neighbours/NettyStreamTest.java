package io.weir.examples.neighbours;

import static io.weir.examples.neighbours.NettyStream.BLOCKS;
import static io.weir.examples.neighbours.NettyStream.BLOCK_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NettyStreamTest {
    private static final long TOTAL_BYTES = (long) BLOCKS * BLOCK_BYTES;

    /** What reactor-netty asks for when it sends, and again whenever half of it is sent. */
    private static final long BATCH = 128;

    private static final long MOST_ON_THE_WAY = Sockets.MOST_BYTES + (BATCH + BATCH / 2) * BLOCK_BYTES;

    @Test
    void aServerIsHeldBackByAReaderThatHasTakenAFewPieces() {
        NettyStream.Download download = NettyStream.download();

        assertAskedInBatches(download.serverAsked());
        assertThat(download.serverAsked().total()).isBetween((long) BLOCKS, BLOCKS + BATCH);
        assertThat(download.clientAskedWhileSlow()).isBetween(1L, NettyStream.SLOW_READS + 1L);
        assertThat(download.clientAsked().all()).containsOnly(1L);
        assertThat(download.stage().highestWaiting()).isLessThanOrEqualTo(1);
        assertThat(download.stage().totalDropped()).isZero();
        assertThat(download.stage().isBalanced()).isTrue();
        assertThat(download.bytes().most()).isLessThan(MOST_ON_THE_WAY).isLessThan(TOTAL_BYTES / 4);
        assertThat(download.bytes().read()).isEqualTo(TOTAL_BYTES);
    }

    @Test
    void aLiveUploadKeepsWithinItsBoundAndCountsWhatIsLost() {
        NettyStream.Upload upload = NettyStream.liveUpload();

        assertThat(upload.sourceAsked().all()).containsExactly(Long.MAX_VALUE);
        assertAskedInBatches(upload.clientAsked());
        assertThat(upload.serverAskedWhileSlow()).isLessThanOrEqualTo(1);
        assertThat(upload.stage().received()).isEqualTo(BLOCKS);
        assertThat(upload.stage().highestWaiting()).isEqualTo(NettyStream.CAPACITY);
        assertThat(upload.stage().dropped()).containsOnlyKeys(DropReason.BUFFER_FULL);
        assertThat(upload.stage().isBalanced()).isTrue();
        assertThat(upload.bytes().made()).isEqualTo(TOTAL_BYTES);
        assertThat(upload.bytes().read())
                .isEqualTo(upload.stage().emitted() * BLOCK_BYTES)
                .isLessThan(MOST_ON_THE_WAY + (long) NettyStream.CAPACITY * BLOCK_BYTES)
                .isLessThan(TOTAL_BYTES / 4);
        assertThat(upload.answer())
                .isEqualTo("got " + Account.megabytes(upload.bytes().read()));
    }

    private static void assertAskedInBatches(Requests asked) {
        assertThat(asked.all()).startsWith(BATCH);
        assertThat(asked.all()).allMatch(n -> n >= BATCH / 2 && n <= BATCH);
    }
}
