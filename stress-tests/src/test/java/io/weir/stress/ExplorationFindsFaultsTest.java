package io.weir.stress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.stress.races.EndEncounters;
import io.weir.stress.races.ItemEncounters;
import io.weir.stress.races.UpstreamEncounters;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The exploration finds what nobody sees who does one thing after the other. */
class ExplorationFindsFaultsTest {
    private static final int ORDERS = 1_000;

    @AfterEach
    void chooseAny() {
        Subjects.choose(null);
    }

    @Test
    void aLostWakeUp() {
        Subject subject = new Subject(
                "loses a wake-up",
                meeting -> Faulty.over(meeting.upstream(), s -> new Faulty.LosesAWakeUp(s)),
                Trait.TAKES_ALL);
        isFound(new Encounters(() -> new ItemEncounters.MeetsRequest(), subject), "waits, and is demanded");
    }

    @Test
    void demandThatIsHandedOverTwice() {
        Subject subject = new Subject(
                "hands demand over twice",
                meeting -> Faulty.over(meeting.upstream(), s -> new Faulty.HandsDemandOverTwice(s, meeting::innerOf)),
                Trait.TAKES_ALL,
                Trait.SWITCHES);
        isFound(
                new Encounters(() -> new UpstreamEncounters.RequestMeetsItemOfUpstream(), subject),
                "a stream is asked for");
    }

    @Test
    void aSecondEnd() {
        Subject subject = new Subject(
                "ends twice",
                meeting -> Faulty.over(meeting.upstream(), s -> new Faulty.EndsTwice(s)),
                Trait.TAKES_ALL);
        isFound(new Encounters(() -> new EndEncounters.CompletionMeetsRefusal(), subject), "after the stream was");
    }

    private static void isFound(Encounters encounter, String what) {
        Subjects.choose(encounter.subject());
        encounter.meetingBy(Encounters::firstThenSecond).run();
        encounter.meetingBy(Encounters::secondThenFirst).run();
        assertThatThrownBy(() -> Lincheck.runConcurrentTest(ORDERS, encounter.meetingBy(Encounters::onTwoThreads)))
                .hasMessageContaining(what);
    }
}
