package io.weir.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.stress.races.EndEncounters;
import io.weir.stress.races.ItemEncounters;
import io.weir.stress.races.UpstreamEncounters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The exploration finds what nobody sees who does one thing after the other. */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Lincheck 3.7 fails in its own reports on newer ones")
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
        isFound(Encounters.of(() -> new ItemEncounters.MeetsRequest(), subject), "waits, and is demanded");
    }

    @Test
    void demandThatIsHandedOverTwice() {
        Subject subject = new Subject(
                "hands demand over twice",
                meeting -> Faulty.over(meeting.upstream(), s -> new Faulty.HandsDemandOverTwice(s, meeting::innerOf)),
                Trait.TAKES_ALL,
                Trait.TAKES_NEXT);
        isFound(
                Encounters.of(() -> new UpstreamEncounters.RequestMeetsItemOfUpstream(), subject),
                "a stream is asked for");
    }

    @Test
    void aSecondEnd() {
        Subject subject = new Subject(
                "ends twice",
                meeting -> Faulty.over(meeting.upstream(), s -> new Faulty.EndsTwice(s)),
                Trait.TAKES_ALL);
        isFound(Encounters.of(() -> new EndEncounters.CompletionMeetsRefusal(), subject), "after the stream was");
    }

    private static void isFound(Encounters encounter, String what) {
        Subjects.choose(encounter.subject());
        List<String> oneAfterTheOther =
                List.of(encounter.meet(Encounters::firstThenSecond), encounter.meet(Encounters::secondThenFirst));
        assertThat(encounter.wrong(oneAfterTheOther)).isEmpty();
        assertThat(Exploration.wrongOutcomes(encounter, ORDERS))
                .anySatisfy(outcome -> assertThat(outcome).contains(what));
    }
}
