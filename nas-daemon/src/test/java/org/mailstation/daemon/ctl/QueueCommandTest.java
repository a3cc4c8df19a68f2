package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.control.ControlJson;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;
import org.mailstation.words.Exit;

@Timeout(60)
class QueueCommandTest extends CtlBench {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final WaitingLetter ONE =
            new WaitingLetter(
                    "20260501-7",
                    "<a@b>",
                    "anna@home.test",
                    List.of("bob@away.test"),
                    "Grüße",
                    NOON,
                    NOON.plusSeconds(600),
                    3,
                    "451 later",
                    "");

    @Test
    void that_nothing_waits_is_said() {
        rig.home.waiting = new WaitingLetters(List.of(), 0, true);
        assertThat(run("", "queue")).isEqualTo(Exit.OK.code());
        assertThat(out).contains("No letter waits");
    }

    @Test
    void who_waits_is_listed_with_the_reason() {
        rig.home.waiting = new WaitingLetters(List.of(ONE), 5, true);
        run("", "queue", "list");
        assertThat(out)
                .contains("20260501-7: from anna@home.test to bob@away.test: Grüße")
                .contains("3 tries so far", "last answer: 451 later", "and 4 more");
        run("", "queue", "list", "--json");
        assertThat(ControlJson.read(out, WaitingLetters.class)).isEqualTo(rig.home.waiting);
    }

    @Test
    void why_it_waits_is_said_in_plain_words_before_the_answer_itself() {
        String reply = "451 4.7.500 Server busy, client host blocked using zen.spamhaus.org";
        rig.home.waiting =
                new WaitingLetters(
                        List.of(refused(reply, "family-example.mail.protection.outlook.com")),
                        1,
                        true);
        run("", "queue");
        assertThat(out)
                .containsSubsequence(
                        "3 tries so far",
                        "Refused by Microsoft (Outlook)",
                        "is on a block list (zen.spamhaus.org)",
                        "This is about your side",
                        "Run the check of Mail Station",
                        "last answer: " + reply);
        Locale.setDefault(Locale.GERMAN);
        run("", "queue");
        assertThat(out)
                .containsSubsequence(
                        "Abgelehnt von Microsoft (Outlook)",
                        "Das liegt auf Ihrer Seite",
                        "letzte Antwort: " + reply);
    }

    private static WaitingLetter refused(String reply, String server) {
        return new WaitingLetter(
                "20260501-8",
                "<c@b>",
                "anna@home.test",
                List.of("eve@family.example"),
                "",
                NOON,
                NOON,
                3,
                reply,
                server);
    }

    @Test
    void one_or_all_are_tried_at_once() {
        run("", "queue", "try");
        run("", "queue", "try", "20260501-7");
        assertThat(rig.home.asked)
                .containsExactly(
                        new QueueRequest(QueueRequest.Wanted.TRY_NOW, ""),
                        new QueueRequest(QueueRequest.Wanted.TRY_NOW, "20260501-7"));
    }

    @Test
    void a_letter_is_given_up_only_by_who_says_yes() {
        assertThat(run("", "queue", "give-up", "20260501-7")).isEqualTo(Exit.OK.code());
        assertThat(out).contains("gets it back with a report", "--yes");
        assertThat(rig.home.asked).isEmpty();
        run("", "queue", "give-up", "--yes", "20260501-7");
        assertThat(rig.home.asked)
                .containsExactly(new QueueRequest(QueueRequest.Wanted.GIVE_UP, "20260501-7"));
        assertThat(out).contains("goes back to its sender");
    }

    @Test
    void a_letter_that_is_gone_is_told() {
        rig.home.waiting = new WaitingLetters(List.of(), 0, false);
        assertThat(run("", "queue", "give-up", "--yes", "20260501-7"))
                .isEqualTo(Exit.NOT_FOUND.code());
        assertThat(out).contains("No such letter waits");
    }
}
