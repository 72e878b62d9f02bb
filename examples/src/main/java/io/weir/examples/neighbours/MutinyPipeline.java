package io.weir.examples.neighbours;

import static io.weir.Operators.buffer;
import static io.weir.Operators.mergeMap;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.weir.Operator;
import io.weir.Weir;
import io.weir.overflow.BufferOperator;
import io.weir.spi.CountingProbe;
import io.weir.spi.Probe;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A chain of ours within a pipeline of Mutiny, which knows reactive streams as {@link java.util.concurrent.Flow}. */
public final class MutinyPipeline {
    /** How many documents there are. All together they would take 1 GB. */
    static final int DOCUMENTS = 100_000;

    static final int LOOK_UPS_AT_ONCE = 4;
    static final int CAPACITY = 64;
    private static final int DOCUMENT_BYTES = 10_000;

    private MutinyPipeline() {}

    /**
     * Reads from a source that can wait and from one that cannot, and tells how that went.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Account.print(patient(1_000).account(), live(10).account());
    }

    private record Document(int number, ByteBuffer content) {
        static Document of(int number) {
            return new Document(number, ByteBuffer.allocate(DOCUMENT_BYTES));
        }
    }

    // ----------------------------------------------------------------------------------- a source that can wait

    /**
     * @param chain what stands between Mutiny and Mutiny
     * @param asked what the source was asked for
     * @param documents how far the source was ahead of the reader
     */
    record Patient(String chain, Requests asked, Lead documents) {
        Account account() {
            return new Account("A source that can wait, through " + chain)
                    .line("documents read, one at a time", documents.read())
                    .line("the source was asked for", asked)
                    .line("of " + Account.count(DOCUMENTS) + " documents it made", documents.made())
                    .line("and was ahead of the reader by at most", documents.most());
        }
    }

    /** Looks up documents, four at once, for a reader that takes so many results, one at a time, and gives up the rest. */
    static Patient patient(int reads) {
        Requests asked = new Requests();
        Lead documents = new Lead();

        Multi<Document> source = Multi.createFrom()
                .range(0, DOCUMENTS)
                .onItem()
                .transform(Document::of)
                .onItem()
                .invoke(document -> documents.made(1))
                .onRequest()
                .invoke(asked::add);
        Operator<Document, String> lookUps = mergeMap(LOOK_UPS_AT_ONCE, MutinyPipeline::lookUp);
        Multi<Integer> lengths =
                Multi.createFrom().publisher(lookUps.applyFlow(source)).onItem().transform(String::length);

        try (SlowReader<Integer> reader = SlowReader.of(Weir.fromFlow(lengths))) {
            for (int i = 0; i < reads; i++) {
                reader.next().ifPresent(length -> documents.read(1));
            }
        }
        return new Patient(lookUps.toString(), asked, documents);
    }

    private static Weir<String> lookUp(Document document) {
        Uni<String> answer = Uni.createFrom().item("document " + document.number());
        return Weir.fromFlow(answer.toMulti());
    }

    // -------------------------------------------------------------------------------- a source that cannot wait

    /**
     * @param chain what stands between Mutiny and Mutiny
     * @param asked what the source was asked for
     * @param stage what passed through the chain
     * @param read the numbers of the documents that the reader got
     */
    record Live(String chain, Requests asked, CountingProbe.Snapshot stage, List<Integer> read) {
        Account account() {
            return new Account("A source that cannot wait, through " + chain)
                    .line("the source was asked for", asked)
                    .line("and sent", stage.received())
                    .line("documents that waited for the reader, at most", stage.highestWaiting())
                    .line("dropped", stage.dropped())
                    .line("read", read.size());
        }
    }

    /** Sends documents to a reader that takes so many, then nothing until all are sent, and then what is still there. */
    static Live live(int reads) {
        Requests asked = new Requests();
        CountingProbe probe = Probe.counting();
        List<Integer> read = new ArrayList<>();

        BroadcastProcessor<Document> source = BroadcastProcessor.create();
        BufferOperator keepNewest = buffer(CAPACITY).dropOldest().probe(probe);
        Multi<Integer> numbers = Multi.createFrom()
                .publisher(keepNewest.applyFlow(source.onRequest().invoke(asked::add)))
                .onItem()
                .transform(Document::number);

        try (SlowReader<Integer> reader = SlowReader.of(Weir.fromFlow(numbers))) {
            reader.request(reads);
            for (int i = 0; i < DOCUMENTS; i++) {
                source.onNext(Document.of(i));
            }
            source.onComplete();
            for (int i = 0; i < reads; i++) {
                read.add(reader.take().orElseThrow());
            }
            for (Optional<Integer> next = reader.next(); next.isPresent(); next = reader.next()) {
                read.add(next.get());
            }
        }
        return new Live(keepNewest.toString(), asked, probe.snapshot(), read);
    }
}
