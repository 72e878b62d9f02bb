package io.weir.examples.lab;

import io.weir.spi.Probe;
import io.weir.timeline.Recorder;
import io.weir.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The timeline of a run, with a chain for each row, if somebody has asked for one. */
final class Recording {
    private final @Nullable Recorder recorder;
    private final @Nullable Path page;
    private @Nullable Timeline recorded;

    private Recording(@Nullable Recorder recorder, @Nullable Path page) {
        this.recorder = recorder;
        this.page = page;
    }

    static Recording none() {
        return new Recording(null, null);
    }

    /** A recording that becomes a page. */
    static Recording to(Path page) {
        return new Recording(Recorder.create(), page);
    }

    /** A probe that also records, when there is to be a timeline. */
    Probe beside(Probe probe, Policy row) {
        return recorder == null ? probe : probe.and(recorder.chain(row.toString()));
    }

    /** Takes what was recorded until now: the rest is how the streams are given up. */
    void stop() {
        if (recorder != null) {
            recorded = recorder.timeline().titled("./lab");
        }
    }

    /** Writes the page, and tells what is in it; empty when nobody has asked for one. */
    Optional<String> write() throws IOException {
        Timeline timeline = recorded;
        if (timeline == null || page == null) {
            return Optional.empty();
        }
        timeline.writeHtml(page);
        long kept = timeline.recorded() - timeline.forgotten();
        return Optional.of(page + " shows "
                + (timeline.forgotten() == 0
                        ? "all " + Figures.count(kept) + " events"
                        : "the last " + Figures.count(kept) + " of " + Figures.count(timeline.recorded()) + " events"));
    }
}
