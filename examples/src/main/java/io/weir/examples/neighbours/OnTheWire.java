package io.weir.examples.neighbours;

import static io.weir.Operators.map;

import com.sun.net.httpserver.HttpServer;
import io.rsocket.util.DefaultPayload;
import io.weir.Weir;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;

/**
 * Sends numbers from a publisher over a connection on this machine until they end, so that one can see what the library at the
 * sending end asks the publisher for. Each method returns when everything has arrived, and fails if it does not in a minute.
 */
public final class OnTheWire {
    private static final int NO_BODY = -1;
    private static final int NO_CONTENT = 204;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private OnTheWire() {}

    /**
     * The JDK's client sends them as the body of a request.
     *
     * @param numbers the publisher
     * @throws IOException if the request fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static void httpClient(Publisher<Integer> numbers) throws IOException, InterruptedException {
        HttpServer server = HttpFile.start(exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(NO_CONTENT, NO_BODY);
            }
        });
        try {
            Weir<ByteBuffer> body = Weir.from(numbers).via(map(number -> ByteBuffer.wrap(bytes(number))));
            HttpRequest request = HttpRequest.newBuilder(HttpFile.uri(server))
                    .timeout(PATIENCE)
                    .PUT(BodyPublishers.fromPublisher(body.toFlow()))
                    .build();
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } finally {
            server.stop(0);
        }
    }

    /**
     * A client of reactor-netty sends them as the body of a request.
     *
     * @param numbers the publisher
     */
    public static void nettySend(Publisher<Integer> numbers) {
        DisposableServer server = NettyStream.start((request, response) ->
                request.receive().then(response.status(NO_CONTENT).send()));
        try {
            NettyStream.get(NettyStream.client()
                    .post()
                    .uri(NettyStream.uri(server))
                    .send((request, outbound) ->
                            outbound.sendByteArray(Flux.from(numbers).map(OnTheWire::bytes)))
                    .response()
                    .toFuture());
        } finally {
            server.disposeNow();
        }
    }

    /**
     * A responder of RSocket sends them to a requester that limits its rate.
     *
     * @param numbers the publisher
     * @param rate the most that the requester asks for at once
     */
    public static void rsocket(Publisher<Integer> numbers, int rate) {
        RSocketDemand.overTcp(Flux.from(numbers).map(number -> DefaultPayload.create(bytes(number))), stream -> {
            SlowReader.await(stream.limitRate(rate));
            return rate;
        });
    }

    private static byte[] bytes(int number) {
        return String.valueOf(number).getBytes(StandardCharsets.US_ASCII);
    }
}
