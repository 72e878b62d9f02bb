package io.weir.examples.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.weir.DropReason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** The result of a run for programs: the same as the text, as one JSON object. */
final class JsonReport {
    private static final int NANO_DIGITS = 6;

    private final RunResult run;
    private final Words words;

    JsonReport(RunResult run) {
        this.run = run;
        this.words = new Words(run);
    }

    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append("\n").toString();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("input");
        json.writeStringField("title", run.title());
        json.writeStringField("items", run.items());
        json.writeBooleanField("canBeSlowed", run.canBeSlowed());
        if (run.total().isPresent()) {
            json.writeNumberField("total", run.total().getAsLong());
        } else {
            json.writeNullField("total");
        }
        json.writeEndObject();
        json.writeNumberField("elapsedMillis", run.elapsed().toMillis());
        settings(json, run.settings());
        json.writeArrayFieldStart("rows");
        for (RowResult row : run.rows()) {
            row(json, row);
        }
        json.writeEndArray();
        json.writeBooleanField("accountsForAll", run.accountsForAll());
        json.writeEndObject();
    }

    private static void settings(JsonGenerator json, Settings settings) throws IOException {
        json.writeObjectFieldStart("settings");
        json.writeNumberField("capacity", settings.capacity());
        json.writeNumberField("consumerMillis", millis(settings.consumer()));
        json.writeNumberField("concurrency", settings.concurrency());
        json.writeNumberField("periodMillis", millis(settings.period()));
        json.writeEndObject();
    }

    private static BigDecimal millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), NANO_DIGITS);
    }

    private void row(JsonGenerator json, RowResult row) throws IOException {
        json.writeStartObject();
        json.writeStringField("policy", row.policy().toString());
        json.writeArrayFieldStart("operators");
        for (String operator : row.operators()) {
            json.writeString(operator);
        }
        json.writeEndArray();
        json.writeNumberField("received", row.received());
        json.writeNumberField("delivered", row.delivered());
        json.writeObjectFieldStart("dropped");
        for (Map.Entry<DropReason, Long> drop : row.dropped().entrySet()) {
            json.writeNumberField(drop.getKey().toString(), drop.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("waiting", row.waiting());
        json.writeNumberField("mostWaiting", row.mostWaiting());
        json.writeNumberField("capacity", row.capacity());
        json.writeNumberField("heldBackMillis", row.heldBack().toMillis());
        if (row.delivered() > 0) {
            json.writeObjectFieldStart("waitedMillis");
            json.writeNumberField("p50", millis(row.median()));
            json.writeNumberField("p99", millis(row.longest()));
            json.writeEndObject();
        } else {
            json.writeNullField("waitedMillis");
        }
        json.writeBooleanField("ended", row.ended());
        if (row.error().isPresent()) {
            json.writeStringField("error", row.error().get().getMessage());
        } else {
            json.writeNullField("error");
        }
        json.writeBooleanField("accountsForAll", row.accountsForAll());
        json.writeStringField("words", words.about(row));
        json.writeEndObject();
    }
}
