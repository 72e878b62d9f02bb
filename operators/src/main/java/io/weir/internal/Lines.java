package io.weir.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of UTF-8. It is opened when the first line is wanted and read a block at a time, no further than
 * the line that is wanted needs.
 */
final class Lines extends PullSubscription<String> {
    private static final int BLOCK_BYTES = 8192;

    private final String name;
    private final Callable<InputStream> opener;
    private final boolean closes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // which reports what is malformed
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream(); // a line that began in an earlier block

    private @Nullable InputStream input;
    private int position;
    private int limit;
    private long lineNumber;

    Lines(String name, Callable<InputStream> opener, boolean closes) {
        this.name = name;
        this.opener = opener;
        this.closes = closes;
    }

    @Override
    protected @Nullable String next(long before) throws Exception {
        InputStream in = input;
        if (in == null) {
            in = opener.call();
            input = in;
        }
        lineNumber++;
        while (true) {
            for (int i = position; i < limit; i++) {
                if (block[i] == '\n') {
                    String line = line(i);
                    position = i + 1;
                    return line;
                }
            }
            begun.write(block, position, limit - position);
            position = 0;
            limit = Math.max(0, read(in));
            if (limit == 0) {
                return begun.size() == 0 ? null : line(0);
            }
        }
    }

    private int read(InputStream in) throws IOException {
        try {
            return in.read(block);
        } catch (IOException e) {
            throw new IOException(name + ", line " + lineNumber + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The line that ends before this place in the block. */
    private String line(int end) throws IOException {
        if (begun.size() == 0) {
            return decode(block, position, end);
        }
        begun.write(block, position, end - position);
        byte[] bytes = begun.toByteArray();
        begun.reset();
        return decode(bytes, 0, bytes.length);
    }

    private String decode(byte[] bytes, int from, int to) throws IOException {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, end - from)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException(name + ", line " + lineNumber + ": malformed, expected UTF-8", e);
        }
    }

    @Override
    protected void close() throws IOException {
        InputStream in = input;
        if (closes && in != null) {
            in.close();
        }
    }
}
