package io.weir.timeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.weir.DropReason;
import io.weir.timeline.Timeline.Chain;
import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.Kind;
import io.weir.timeline.Timeline.Stage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A timeline as JSON, one line for each stage and each event. */
final class Json {
    private static final int VERSION = 1;
    private static final long MOST_EXACT = 1L << 53; // beyond it a number of JavaScript is not exact

    private final Timeline timeline;
    private final JsonGenerator json;

    private Json(Timeline timeline, JsonGenerator json) {
        this.timeline = timeline;
        this.json = json;
    }

    static String text(Timeline timeline) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new Lines());
            new Json(timeline, json).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append("\n").toString();
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "weir-timeline");
        json.writeNumberField("version", VERSION);
        json.writeStringField("title", timeline.title());
        json.writeNumberField("recorded", timeline.recorded());
        json.writeNumberField("forgotten", timeline.forgotten());
        json.writeNumberField("forgottenStages", timeline.forgottenStages());
        lines("threads", timeline.threads(), json::writeString);
        lines("chains", timeline.chains(), this::chain);
        lines("stages", timeline.stages(), this::stage);
        lines("events", timeline.events(), this::event);
        json.writeEndObject();
    }

    private interface Writer<T> {
        void write(T thing) throws IOException;
    }

    private <T> void lines(String name, List<T> things, Writer<T> writer) throws IOException {
        json.writeArrayFieldStart(name);
        for (T thing : things) {
            writer.write(thing);
        }
        json.writeEndArray();
    }

    private void chain(Chain chain) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", chain.name());
        json.writeArrayFieldStart("stages");
        for (int stage : chain.stages()) {
            json.writeNumber(stage);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void stage(Stage stage) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", stage.name());
        json.writeNumberField("chain", stage.chain());
        totals(stage.totals());
        json.writeObjectFieldStart("before");
        count("outstanding", stage.before().outstanding());
        count("waiting", stage.before().waiting());
        count("capacity", stage.before().capacity());
        json.writeBooleanField("paused", stage.before().paused());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void totals(Timeline.Totals totals) throws IOException {
        json.writeObjectFieldStart("totals");
        count("requests", totals.requests());
        count("requested", totals.requested());
        count("received", totals.received());
        count("expanded", totals.expanded());
        count("emitted", totals.emitted());
        json.writeObjectFieldStart("dropped");
        for (Map.Entry<DropReason, Long> drop : totals.dropped().entrySet()) {
            count(drop.getKey().name(), drop.getValue());
        }
        json.writeEndObject();
        count("pauses", totals.pauses());
        count("ends", totals.ends());
        json.writeEndObject();
    }

    private void count(String name, long n) throws IOException {
        json.writeFieldName(name);
        count(n);
    }

    private void count(long n) throws IOException {
        if (n == Long.MAX_VALUE) {
            json.writeString("unbounded");
        } else {
            number(n);
        }
    }

    private void number(long n) throws IOException {
        if (n > MOST_EXACT || n < -MOST_EXACT) {
            json.writeString(String.valueOf(n));
        } else {
            json.writeNumber(n);
        }
    }

    private void event(Event event) throws IOException {
        json.writeStartArray();
        json.writeNumber(event.nanos());
        json.writeNumber(event.stage());
        json.writeNumber(event.thread());
        json.writeString(event.kind().toString());
        if (event.kind() == Kind.REQUESTED || event.kind() == Kind.WAITING) {
            count(event.n());
        }
        if (event.kind() == Kind.WAITING) {
            count(event.capacity());
        }
        item(event.item());
        if (event.reason() != null) {
            json.writeString(event.reason().name());
        }
        json.writeEndArray();
    }

    private void item(@Nullable Object item) throws IOException {
        if (item instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (item instanceof Double || item instanceof Float) {
            decimal((Number) item);
        } else if (item instanceof Number number) {
            number(number.longValue());
        } else if (item != null) {
            json.writeString(Texts.of(item, Texts.ERROR_LENGTH));
        }
    }

    private void decimal(Number number) throws IOException {
        if (Double.isFinite(number.doubleValue())) {
            json.writeNumber(String.valueOf(number));
        } else {
            json.writeString(String.valueOf(number));
        }
    }

    /** A line for each element of the lists of the object, and no other space. */
    private static final class Lines extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1;

        private static void lineIn(JsonGenerator json) throws IOException {
            if (json.getOutputContext().getNestingDepth() == 2) {
                json.writeRaw('\n');
            }
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            lineIn(json);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            super.writeArrayValueSeparator(json);
            lineIn(json);
        }
    }
}
