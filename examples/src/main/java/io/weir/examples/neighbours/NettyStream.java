package io.weir.examples.neighbours;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;

import io.weir.Operator;
import io.weir.flatten.FlattenOptions;
import io.weir.overflow.BufferOperator;
import io.weir.reactor.ReactorAdapter;
import io.weir.spi.CountingProbe;
import io.weir.spi.Probe;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;

/** Client and server of reactor-netty: a download for a slow reader, and a live upload to a slow server. */
public final class NettyStream {
    static final int BLOCKS = 32 * 1024;
    static final int BLOCK_BYTES = 16 * 1024;
    static final int CAPACITY = 256;

    /** How many pieces the slow reader takes with a long pause before each; the rest it takes as fast as it can. */
    static final int SLOW_READS = 5;

    private static final long PATIENCE_SECONDS = 60;

    private NettyStream() {}

    /**
     * Downloads, uploads, and tells how that went.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Account.print(download().account(), liveUpload().account());
    }

    // ------------------------------------------------------------------------------------------------- download

    /**
     * @param chain what stands between client and reader
     * @param serverAsked what the server asked its source for
     * @param clientAskedWhileSlow what we had asked the client for when the reader had taken {@link #SLOW_READS} pieces
     * @param clientAsked what we asked the client for, in all
     * @param stage what passed through the chain
     * @param bytes how far the source was ahead of the reader
     */
    record Download(
            String chain,
            Requests serverAsked,
            long clientAskedWhileSlow,
            Requests clientAsked,
            CountingProbe.Snapshot stage,
            Lead bytes) {
        Account account() {
            return new Account("Download of " + Account.megabytes(bytes.made()) + ", through " + chain)
                    .line("the server asked its source for, in blocks", serverAsked)
                    .line("pieces asked for when the reader had taken " + SLOW_READS, clientAskedWhileSlow)
                    .line("pieces asked for, in all", clientAsked)
                    .line("pieces that waited for the reader, at most", stage.highestWaiting())
                    .line("dropped", stage.dropped())
                    .line("the source was ahead of the reader by at most", Account.megabytes(bytes.most()))
                    .line("the reader got", Account.megabytes(bytes.read()));
        }
    }

    /** Blocks for whoever downloads them, stored one piece after the other by a slow reader. */
    static Download download() {
        Requests serverAsked = new Requests();
        Requests clientAsked = new Requests();
        Lead bytes = new Lead();
        CountingProbe probe = Probe.counting();
        Operator<byte[], Integer> store = concatMap(FlattenOptions.defaults().probe(probe), NettyStream::store);

        Flux<byte[]> blocks = Flux.range(0, BLOCKS).map(number -> block(bytes)).doOnRequest(serverAsked::add);
        DisposableServer server = start((request, response) -> response.sendByteArray(blocks));
        try {
            Flux<Integer> stored = client().get()
                    .uri(uri(server))
                    .response((response, body) ->
                            body.asByteArray().doOnRequest(clientAsked::add).transform(ReactorAdapter.via(store)));

            try (SlowReader<Integer> reader = SlowReader.of(stored)) {
                for (int i = 0; i < SLOW_READS; i++) {
                    bytes.awaitStandstill();
                    bytes.read(reader.next().orElseThrow());
                }
                bytes.awaitStandstill();
                long clientAskedWhileSlow = clientAsked.total();
                readToTheEnd(reader, bytes);
                return new Download(
                        store.toString(), serverAsked, clientAskedWhileSlow, clientAsked, probe.snapshot(), bytes);
            }
        } finally {
            server.disposeNow();
        }
    }

    private static byte[] block(Lead bytes) {
        bytes.made(BLOCK_BYTES);
        return new byte[BLOCK_BYTES];
    }

    /** Where a piece would go to a disk or a database, and come back as what was stored. */
    private static Mono<Integer> store(byte[] piece) {
        return Mono.just(piece.length);
    }

    private static void readToTheEnd(SlowReader<Integer> reader, Lead bytes) {
        for (Optional<Integer> next = reader.next(); next.isPresent(); next = reader.next()) {
            bytes.read(next.get());
        }
    }

    // -------------------------------------------------------------------------------------------------- upload

    /**
     * @param chain what stands between the live source and the client
     * @param sourceAsked what the source was asked for
     * @param clientAsked what the client asked the chain for
     * @param serverAskedWhileSlow what the server had asked for when the source had sent everything
     * @param stage what passed through the chain
     * @param bytes what the source sent and the server got
     * @param answer what the server answered
     */
    record Upload(
            String chain,
            Requests sourceAsked,
            Requests clientAsked,
            long serverAskedWhileSlow,
            CountingProbe.Snapshot stage,
            Lead bytes,
            String answer) {
        Account account() {
            return new Account("Live upload of " + Account.megabytes(bytes.made()) + ", through " + chain)
                    .line("the source was asked for", sourceAsked)
                    .line("the client asked us for, in blocks", clientAsked)
                    .line("the server had asked for, before the source was done", serverAskedWhileSlow)
                    .line("blocks that waited for the client, at most", stage.highestWaiting())
                    .line("dropped", stage.dropped())
                    .line("the server answered", answer);
        }
    }

    /** Blocks that come whether or not there is room for them, to a server that reads nothing until all have come. */
    static Upload liveUpload() {
        Requests sourceAsked = new Requests();
        Requests clientAsked = new Requests();
        Requests serverAsked = new Requests();
        Lead bytes = new Lead();
        CountingProbe probe = Probe.counting();
        BufferOperator keepNewest = buffer(CAPACITY).dropOldest().probe(probe);

        CompletableFuture<SlowReader<Integer>> arriving = new CompletableFuture<>();
        CompletableFuture<String> answer = new CompletableFuture<>();
        DisposableServer server = start((request, response) -> {
            Flux<Integer> stored = request.receive()
                    .asByteArray()
                    .doOnRequest(serverAsked::add)
                    .transform(ReactorAdapter.via(concatMap(NettyStream::store)));
            arriving.complete(SlowReader.of(stored));
            return response.sendString(Mono.fromFuture(answer));
        });
        try {
            CompletableFuture<FluxSink<byte[]>> source = new CompletableFuture<>();
            Flux<byte[]> kept = Flux.<byte[]>create(source::complete, FluxSink.OverflowStrategy.IGNORE)
                    .doOnRequest(sourceAsked::add)
                    .transform(ReactorAdapter.via(keepNewest))
                    .doOnRequest(clientAsked::add);
            CompletableFuture<String> reply = client().post()
                    .uri(uri(server))
                    .send((request, outbound) -> outbound.sendByteArray(kept))
                    .responseSingle((response, body) -> body.asString())
                    .toFuture();

            FluxSink<byte[]> live = get(source);
            for (int i = 0; i < BLOCKS; i++) {
                live.next(block(bytes));
            }
            live.complete();
            long serverAskedWhileSlow = serverAsked.total();

            try (SlowReader<Integer> reader = get(arriving)) {
                readToTheEnd(reader, bytes);
            }
            answer.complete("got " + Account.megabytes(bytes.read()));
            return new Upload(
                    keepNewest.toString(),
                    sourceAsked,
                    clientAsked,
                    serverAskedWhileSlow,
                    probe.snapshot(),
                    bytes,
                    get(reply));
        } finally {
            server.disposeNow();
        }
    }

    // ----------------------------------------------------------------------------------------- client and server

    static HttpClient client() {
        return HttpClient.create(ConnectionProvider.newConnection());
    }

    static DisposableServer start(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        return HttpServer.create().host("127.0.0.1").port(0).handle(handler).bindNow();
    }

    static String uri(DisposableServer server) {
        return "http://127.0.0.1:" + server.port() + "/blocks";
    }

    static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
