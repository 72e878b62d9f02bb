package io.weir.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Faults that only show when two threads meet, each planted in a copy of one file of the operators. */
public enum PlantedFault {
    A_LOST_WAKE_UP("DrainLoop", "who leaves the loop does not see that one more pass was asked for", """
                    if (LOOP.compareAndSet(this, RUNNING, IDLE)) {
                        return !overlooked() || !tryEnter();
                    }
                    loop = RUNNING;
                    return false;
            """, """
                    loop = IDLE;
                    return !overlooked() || !tryEnter();
            """),
    AN_ITEM_OVERLOOKED(
            "DrainLoop",
            "who leaves the loop does not look for what came meanwhile",
            "            return !overlooked() || !tryEnter();\n",
            "            return true;\n"),
    A_LOST_REQUEST("Demand", "of two requests at once only one is added", """
                        if (before == UNBOUNDED || before < 0 || total.compareAndSet(owner, before, sum(before, n))) {
                            return before;
                        }
            """, """
                        if (before != UNBOUNDED && before >= 0) {
                            total.setVolatile(owner, sum(before, n));
                        }
                        return before;
            """),
    DEMAND_THAT_OPENS_AGAIN(
            "CountedSubscription",
            "a request that comes while the demand is closed opens it again",
            "        REQUESTED.getAndBitwiseOr(this, CLOSED);\n",
            "        requested = requested | CLOSED;\n"),
    DEMAND_HANDED_OVER_TWICE(
            "PassingInner",
            "the requester and the hand-over both ask the inner stream for the same demand",
            "            if (GRANTED.compareAndSet(this, before, total)) {\n",
            "            granted = total;\n            if (total > before) {\n"),
    TWO_ENDS(
            "Outlet",
            "the end of upstream and a refused request both end the stream",
            "        boolean mine = STATE.compareAndSet(this, before, now);\n",
            "        boolean mine = state == before;\n        state = mine ? now : state;\n"),
    A_MISSING_FENCE(
            "Emission",
            "who delivered the last item demanded looks for a refused request before others see the delivery",
            """
                        VarHandle.fullFence();
                        signalRefusal();
            """,
            """
                        signalRefusal();
            """),
    EMISSION_BESIDE_A_PASS(
            "BacklogLink",
            "upstream looks whether a pass is running before it looks whether something waits",
            "(waiting == null || (idle() && waiting.isEmpty())) && idle()",
            "idle() && (waiting == null || waiting.isEmpty())"),
    AN_ITEM_NOT_SEEN_YET(
            "Emission",
            "upstream looks for demand before others see the item that it has put down",
            "        VarHandle.fullFence(); // others see the item before this looks at the demand\n",
            ""),
    A_RIGHT_LOST_IN_A_SWITCH(
            "SwitchInner",
            "an inner stream that is retired while it begins to emit is taken for one that does not",
            "        int before = (int) PHASE.getAndSet(this, RETIRED);\n",
            "        int before = phase;\n        phase = RETIRED;\n"),
    A_BACKLOG_NOBODY_LOOKS_AT("MergeLink", "a pass that leaves items does not look at the demand once more", """
                    backlogged = left;
                    return true;
            """, """
                    backlogged = left;
                    return false;
            """),
    AN_INNER_STREAM_THAT_OUTLIVES_THE_REST(
            "PassingInner", "an inner stream that begins does not look for a cancellation", """
                    if (link.ended()) {
                        cancel();
                    } else {
                        grant();
                    }
            """, """
                    grant();
            """),
    A_SILENT_ERROR("DelayedErrors", "who keeps an error does not look for a cancellation", """
                    if (link.ended()) {
                        link.ledger.late(joined.getAndSet(null));
                    }
            """, ""),
    ANOTHER_THREADS_REQUEST(
            "Emission",
            "what any thread requests in the middle of an item is added as if the emitter had",
            " != LAST_ITEM || emitter != Thread.currentThread()) {\n",
            " != LAST_ITEM) {\n"),
    AN_ITEM_NOT_OWED(
            "Emission",
            "who takes more of the demand does not say that it is owed before others see that it is taken",
            """
                    if (phase == SETTLED) {
                        PHASE.setRelease(this, OWING);
                    }
            """,
            ""),
    A_LAST_STREAM_LOST(
            "ExpandingLink",
            "upstream completes while it makes a stream, and others see that before they see that one more is to come",
            """
                        oneMore = expanding > 0;
                        close(error);
            """,
            """
                        close(error);
                        oneMore = expanding > 0;
            """),
    A_TIMER_THAT_GOES_ON("Tick", "a timer that is set while the stream is cancelled is not called off", """
                    if (!SCHEDULED.compareAndSet(this, null, made)) {
                        made.cancel();
                    }
            """, """
                    scheduled = made;
            """);

    private static final Path OPERATORS = Path.of("../operators/src/main/java/io/weir/internal");

    private final String file;
    private final String what;
    private final String sound;
    private final String faulty;

    PlantedFault(String file, String what, String sound, String faulty) {
        this.file = file;
        this.what = what;
        this.sound = sound;
        this.faulty = faulty;
    }

    public String file() {
        return file;
    }

    public String what() {
        return what;
    }

    /** A copy of the source with the fault in it. */
    Path plantIn(Path folder) throws IOException {
        Path original = OPERATORS.resolve(file + ".java");
        String source = Files.readString(original);
        if (source.split(Pattern.quote(sound), -1).length != 2) {
            throw new IllegalStateException(
                    this + " cannot be planted: this is not in " + original + ", or not once:\n" + sound);
        }
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(file + ".java"), source.replace(sound, faulty));
    }
}
