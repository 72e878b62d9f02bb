package io.weir.examples.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A temporary file that is large and takes little of the disk: a number in each megabyte, and nothing in between. */
final class BigFile implements AutoCloseable {
    static final int BLOCK_BYTES = 16 * 1024;
    private static final int MB = 1 << 20;

    private final FileChannel channel;

    private BigFile(FileChannel channel) {
        this.channel = channel;
    }

    static BigFile create(int megabytes) throws IOException {
        FileChannel channel = FileChannel.open(
                Files.createTempFile("weir-neighbours", ".bin"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        for (int i = 1; i <= megabytes; i++) {
            ByteBuffer number = ByteBuffer.allocate(Integer.BYTES).putInt(i).flip();
            channel.write(number, (long) i * MB - Integer.BYTES);
        }
        return new BigFile(channel);
    }

    long size() throws IOException {
        return channel.size();
    }

    int blocks() throws IOException {
        return (int) (size() / BLOCK_BYTES);
    }

    /** A block of the file, read now. */
    ByteBuffer block(int index) {
        ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
        try {
            while (block.hasRemaining() && channel.read(block, (long) index * BLOCK_BYTES + block.position()) > 0) {
                // as much as there is at once
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return block.flip();
    }

    /** What {@link CRC32C} makes of the whole file. */
    long checksum() throws IOException {
        CRC32C checksum = new CRC32C();
        for (int i = 0; i < blocks(); i++) {
            checksum.update(block(i));
        }
        return checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
