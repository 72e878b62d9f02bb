package io.weir.examples.neighbours;

import static io.weir.Operators.concatMap;
import static io.weir.Operators.map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.weir.Operator;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.spi.CountingProbe;
import io.weir.spi.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.zip.CRC32C;

/**
 * A large file goes up to a slow server and comes down to a slow reader. Client and server are those of the JDK, which
 * knows reactive streams as {@link Flow}.
 */
public final class HttpFile {
    static final int MEGABYTES = 512;

    /** How many blocks the slow side takes with a long pause before each; the rest it takes as fast as it can. */
    static final int SLOW_READS = 5;

    private static final int OK = 200;

    private HttpFile() {}

    /**
     * Uploads a file, downloads it again, and tells how that went.
     *
     * @param args none
     * @throws Exception if either fails
     */
    public static void main(String[] args) throws Exception {
        try (BigFile file = BigFile.create(MEGABYTES)) {
            Account.print(upload(file).account(), download(file).account());
        }
    }

    // --------------------------------------------------------------------------------------------------- upload

    /**
     * @param chain what stands between the file and the client
     * @param asked what the client asked the chain for
     * @param bytes how far the file was read ahead of the server
     * @param intact whether the server got every byte
     */
    record Upload(String chain, Requests asked, Lead bytes, boolean intact) {
        Account account() {
            return new Account("Upload of " + Account.megabytes(bytes.made()) + " to a slow server, from " + chain)
                    .line("the client asked us for, in blocks", asked)
                    .line("the file was read ahead of the server by at most", Account.megabytes(bytes.most()))
                    .line("every byte arrived", intact);
        }
    }

    static Upload upload(BigFile file) throws IOException, InterruptedException {
        Requests asked = new Requests();
        Lead bytes = new Lead();
        Weir<ByteBuffer> blocks = Weir.range(0, file.blocks()).via(map(index -> {
            ByteBuffer block = file.block(index);
            bytes.made(block.remaining());
            return block;
        }));

        HttpServer server = start(exchange -> takeSlowly(exchange, bytes));
        try {
            Flow.Publisher<ByteBuffer> body = asked.of(blocks.toFlow());
            HttpRequest request = HttpRequest.newBuilder(uri(server))
                    .PUT(BodyPublishers.fromPublisher(body, file.size()))
                    .build();
            String answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return new Upload(blocks.toString(), asked, bytes, answer.equals(String.valueOf(file.checksum())));
        } finally {
            server.stop(0);
        }
    }

    /** Reads the body of a request and answers with its checksum. */
    private static void takeSlowly(HttpExchange exchange, Lead bytes) throws IOException {
        CRC32C checksum = new CRC32C();
        try (exchange) {
            InputStream body = exchange.getRequestBody();
            byte[] block = new byte[BigFile.BLOCK_BYTES];
            for (int reads = 0, n; (n = body.read(block)) >= 0; reads++) {
                if (reads < SLOW_READS) {
                    bytes.awaitStandstill();
                }
                checksum.update(block, 0, n);
                bytes.read(n);
            }
            byte[] answer = String.valueOf(checksum.getValue()).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(OK, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    // ------------------------------------------------------------------------------------------------- download

    /**
     * @param chain what stands between the client and the reader
     * @param askedWhileSlow what we had asked the client for when the reader had taken {@link #SLOW_READS} buffers
     * @param sentWhileSlow how many bytes the server had read from the file by then
     * @param stage what passed through the chain
     * @param bytes how far the server was ahead of the reader
     * @param intact whether the reader got every byte
     */
    record Download(
            String chain,
            long askedWhileSlow,
            long sentWhileSlow,
            CountingProbe.Snapshot stage,
            Lead bytes,
            boolean intact) {
        Account account() {
            return new Account("Download of " + Account.megabytes(bytes.made()) + " to a slow reader, through " + chain)
                    .line("lists asked for when the reader had taken " + SLOW_READS + " buffers", askedWhileSlow)
                    .line("and read from the file by then", Account.megabytes(sentWhileSlow))
                    .line("the server was ahead of the reader by at most", Account.megabytes(bytes.most()))
                    .line("lists that waited for the reader, at most", stage.highestWaiting())
                    .line("dropped", stage.dropped())
                    .line("every byte arrived", intact);
        }
    }

    static Download download(BigFile file) throws IOException, InterruptedException {
        Requests asked = new Requests();
        Lead bytes = new Lead();
        CountingProbe probe = Probe.counting();
        CRC32C checksum = new CRC32C();

        HttpServer server = start(exchange -> send(file, exchange, bytes));
        try {
            HttpRequest request = HttpRequest.newBuilder(uri(server)).build();
            Flow.Publisher<List<ByteBuffer>> body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofPublisher())
                    .body();
            Operator<List<ByteBuffer>, ByteBuffer> oneByOne =
                    concatMap(FlattenOptions.defaults().probe(probe), Weir::fromIterable);

            try (SlowReader<ByteBuffer> reader =
                    SlowReader.of(Weir.fromFlow(asked.of(body)).via(oneByOne))) {
                for (int i = 0; i < SLOW_READS; i++) {
                    bytes.awaitStandstill();
                    take(reader.next(), checksum, bytes);
                }
                bytes.awaitStandstill();
                long askedWhileSlow = asked.total();
                long sentWhileSlow = bytes.made();
                while (take(reader.next(), checksum, bytes)) {
                    // the rest as fast as it comes
                }
                boolean intact = checksum.getValue() == file.checksum();
                return new Download(
                        oneByOne.toString(), askedWhileSlow, sentWhileSlow, probe.snapshot(), bytes, intact);
            }
        } finally {
            server.stop(0);
        }
    }

    private static boolean take(Optional<ByteBuffer> buffer, CRC32C checksum, Lead bytes) {
        buffer.ifPresent(present -> {
            bytes.read(present.remaining());
            checksum.update(present);
        });
        return buffer.isPresent();
    }

    private static void send(BigFile file, HttpExchange exchange, Lead bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(OK, file.size());
            OutputStream body = exchange.getResponseBody();
            for (int i = 0; i < file.blocks(); i++) {
                byte[] block = file.block(i).array();
                bytes.made(block.length);
                body.write(block);
            }
        }
    }

    // --------------------------------------------------------------------------------------------------- server

    static HttpServer start(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/file", handler);
        server.start();
        return server;
    }

    static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/file");
    }
}
