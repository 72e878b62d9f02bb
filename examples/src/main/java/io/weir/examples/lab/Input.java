package io.weir.examples.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.reactivestreams.Publisher;

/** Where the items come from: the same ones for every row. */
interface Input {
    /** What one row subscribes to, once, before {@link #start()}. */
    Publisher<?> branch();

    /** Lets the items flow; returns when they do, or are about to. */
    void start() throws IOException, InterruptedException;

    /** Sends nothing more, nor an end: what waits downstream keeps waiting. Returns when nothing is under way. */
    void stop();

    /** How many items were sent to every row; empty when each row reads for itself. */
    OptionalLong sent();

    /** True when the producer waits until it is asked. */
    boolean canBeSlowed();

    /** How long to go on when nobody says: zero means until the input ends. */
    default Duration defaultDuration() {
        return canBeSlowed() ? Duration.ZERO : Duration.ofSeconds(10);
    }

    /** How long the consumer spends on an item when nobody says. */
    default Duration defaultConsumer() {
        return canBeSlowed() ? Duration.ZERO : Duration.ofMillis(1);
    }

    /** What the items are: a plural, such as lines. */
    String items();

    /** What it is, such as: lines of access.log. */
    String title();

    /** How it treats its consumers, in a sentence. */
    String manner();
}
