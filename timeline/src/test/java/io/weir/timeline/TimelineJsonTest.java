package io.weir.timeline;

import static io.weir.Operators.buffer;
import static io.weir.Operators.latest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.weir.Weir;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.VirtualTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineJsonTest {
    private final VirtualTimer clock = new VirtualTimer();
    private final Recorder recorder = Recorder.create().timer(clock);

    @Test
    void everythingIsThereAndEveryEventHasALine() {
        TestSource<Object> source = new TestSource<>();
        TestSubscriber<Object> subscriber = TestSubscriber.requesting(1);
        Weir.from(source)
                .via(recorder.boundary("c", "above"))
                .via(buffer(1).dropOldest().named("b").probe(recorder.chain("c")))
                .subscribe(subscriber);
        source.send(1);
        clock.advance(Duration.ofNanos(1200));
        source.send("two", 3.5);
        subscriber.request(Long.MAX_VALUE);
        source.fail(new IllegalStateException("\"quoted\""));

        String here = Thread.currentThread().getName();
        assertThat(recorder.timeline().titled("Try").toJson()).isEqualTo("""
                {"format":"weir-timeline","version":1,"title":"Try","recorded":21,"forgotten":0,"forgottenStages":0,"threads":[
                "%s"],"chains":[
                {"name":"c","stages":[0,1]}],"stages":[
                {"name":"above","chain":0,"totals":{"requests":1,"requested":"unbounded","received":3,"expanded":0,"emitted":3,\
                "dropped":{},"pauses":0,"ends":1},"before":{"outstanding":0,"waiting":0,"capacity":0,"paused":false}},
                {"name":"b","chain":0,"totals":{"requests":2,"requested":"unbounded","received":3,"expanded":0,"emitted":2,\
                "dropped":{"BUFFER_FULL":1},"pauses":0,"ends":1},"before":{"outstanding":0,"waiting":0,"capacity":1,"paused":false}}],\
                "events":[
                [0,1,0,"subscribed"],
                [0,0,0,"subscribed"],
                [0,1,0,"requested",1],
                [0,0,0,"requested","unbounded"],
                [0,0,0,"received",1],
                [0,0,0,"emitted",1],
                [0,1,0,"received",1],
                [0,1,0,"emitted",1],
                [1200,0,0,"received","two"],
                [1200,0,0,"emitted","two"],
                [1200,1,0,"received","two"],
                [1200,1,0,"waiting",1,1],
                [1200,0,0,"received",3.5],
                [1200,0,0,"emitted",3.5],
                [1200,1,0,"received",3.5],
                [1200,1,0,"dropped","two","BUFFER_FULL"],
                [1200,1,0,"requested","unbounded"],
                [1200,1,0,"waiting",0,1],
                [1200,1,0,"emitted",3.5],
                [1200,0,0,"failed","java.lang.IllegalStateException: \\"quoted\\""],
                [1200,1,0,"failed","java.lang.IllegalStateException: \\"quoted\\""]]}
                """.formatted(here));
    }

    @Test
    void itemsAreWrittenSoThatTheyCanBeReadBack() throws IOException {
        TestSource<Object> source = new TestSource<>();
        latest().probe(recorder).apply(source).subscribe(TestSubscriber.requesting(Long.MAX_VALUE));
        source.send(true, 'c', Duration.ofSeconds(1), 1L << 53, (1L << 53) + 1, Long.MIN_VALUE, Long.MAX_VALUE);
        source.send(Double.NaN, Float.NEGATIVE_INFINITY, 1e300, 0.1f, "</script><!-- \u2028 \u0000 \"");

        String json = recorder.timeline().toJson();
        assertThat(json)
                .contains("\"emitted\",true]", "\"emitted\",\"c\"]", "\"emitted\",\"PT1S\"]")
                .contains("\"emitted\",9007199254740992]", "\"emitted\",\"9007199254740993\"]")
                .contains("\"emitted\",\"-9223372036854775808\"]", "\"emitted\",\"9223372036854775807\"]")
                .contains("\"emitted\",\"NaN\"]", "\"emitted\",\"-Infinity\"]", "\"emitted\",1.0E300]")
                .contains("\"emitted\",0.1]");
        int tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        assertThat(tokens).isGreaterThan(100);
    }

    @Test
    void aFileIsWrittenInPlaceOfTheOneBefore(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("timeline.json"), "x".repeat(10_000));
        Timeline timeline = recorder.timeline().titled("Größe");
        timeline.writeJson(file);
        assertThat(file).hasContent(timeline.toJson());
    }
}
