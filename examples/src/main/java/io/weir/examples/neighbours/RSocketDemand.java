package io.weir.examples.neighbours;

import static io.weir.Operators.concatMap;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.take;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.SocketAcceptor;
import io.rsocket.core.RSocketConnector;
import io.rsocket.core.RSocketServer;
import io.rsocket.transport.netty.client.TcpClientTransport;
import io.rsocket.transport.netty.server.CloseableChannel;
import io.rsocket.transport.netty.server.TcpServerTransport;
import io.rsocket.util.DefaultPayload;
import io.weir.Operator;
import io.weir.reactor.ReactorAdapter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A responder at the other end of a TCP connection sees what a chain of ours asks for, request by request. */
public final class RSocketDemand {
    /** How many payloads the responder would send to whoever asks for them: some 200 MB. */
    static final int PAYLOADS = 200_000;

    private static final int PAYLOAD_BYTES = 1024;
    private static final String LOOPBACK = "127.0.0.1";

    private RSocketDemand() {}

    /**
     * Reads from a responder through several chains, and tells what it was asked for.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Account.print(
                asAsked().account(),
                atMostTen().account(),
                oneAtATime().account(),
                fourAtATime().account());
    }

    /**
     * @param chain what stands between the connection and the reader
     * @param reader what the reader asked for
     * @param responder what the responder was asked for
     * @param payloads how far the responder was ahead of the reader
     */
    record Conversation(String chain, Requests reader, Requests responder, Lead payloads) {
        Account account() {
            return new Account(chain)
                    .line("the reader asked for", reader)
                    .line("the responder was asked for", responder)
                    .line("of " + Account.count(PAYLOADS) + " payloads it sent", payloads.made())
                    .line("and was ahead of the reader by at most", payloads.most());
        }
    }

    /** What nobody changes goes over the wire as it is. */
    static Conversation asAsked() {
        return talk(map(Payload::getDataUtf8), List.of(5, 7), 12);
    }

    /** The last request is cut down to what is still wanted. */
    static Conversation atMostTen() {
        Operator<Payload, String> texts = map(Payload::getDataUtf8);
        return talk(texts.andThen(take(10)), List.of(4, 4, 4), 10);
    }

    /** The next payload is asked for when the one before is looked up and the result is read. */
    static Conversation oneAtATime() {
        return talk(concatMap(RSocketDemand::lookUp), Collections.nCopies(12, 1), 13);
    }

    /** Four look-ups at once, and another payload for each that is through. */
    static Conversation fourAtATime() {
        return talk(mergeMap(4, RSocketDemand::lookUp), Collections.nCopies(12, 1), 16);
    }

    private static Mono<String> lookUp(Payload payload) {
        return Mono.just("what is known of " + payload.getDataUtf8());
    }

    /** Makes these requests, each when the items of the one before have come, and waits for what the responder then sends. */
    private static Conversation talk(Operator<Payload, String> chain, List<Integer> requests, int expected) {
        Requests asked = new Requests();
        Requests responderAsked = new Requests();
        Lead payloads = new Lead();

        return overTcp(payloads(payloads).doOnRequest(responderAsked::add), stream -> {
            try (SlowReader<String> reader = SlowReader.of(stream.transform(ReactorAdapter.via(chain)))) {
                for (int n : requests) {
                    asked.add(n);
                    reader.request(n);
                    read(reader, n, payloads);
                }
                payloads.awaitMade(expected);
                payloads.awaitStandstill(); // more would be too many
                return new Conversation(chain.toString(), asked, responderAsked, payloads);
            }
        });
    }

    /** Gives somebody the stream that comes over a connection from a responder which sends these payloads. */
    static <T> T overTcp(Flux<Payload> sent, Function<Flux<Payload>, T> requester) {
        CloseableChannel server = RSocketServer.create(SocketAcceptor.forRequestStream(request -> sent))
                .bindNow(TcpServerTransport.create(LOOPBACK, 0));
        try {
            RSocket client = SlowReader.only(RSocketConnector.connectWith(TcpClientTransport.create(server.address())));
            try {
                return requester.apply(client.requestStream(DefaultPayload.create("all")));
            } finally {
                client.dispose();
            }
        } finally {
            server.dispose();
        }
    }

    private static void read(SlowReader<String> reader, int n, Lead payloads) {
        for (int i = 0; i < n; i++) {
            Optional<String> text = reader.take();
            if (text.isEmpty()) {
                return;
            }
            payloads.read(1);
        }
    }

    private static Flux<Payload> payloads(Lead payloads) {
        return Flux.range(1, PAYLOADS).map(number -> {
            payloads.made(1);
            return DefaultPayload.create(String.format("%-" + PAYLOAD_BYTES + "d", number));
        });
    }
}
