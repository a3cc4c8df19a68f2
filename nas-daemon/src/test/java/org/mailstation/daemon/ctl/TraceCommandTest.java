package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.TraceStep;
import org.mailstation.control.Traces;
import org.mailstation.words.Exit;

@Timeout(60)
class TraceCommandTest extends CtlBench {
    private static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");

    private static final Traces ONE =
            new Traces(
                    List.of(
                            new Trace(
                                    "m1",
                                    AT,
                                    "<1@away.example>",
                                    "bob@away.example",
                                    List.of("anna@home.test"),
                                    "Dinner",
                                    "mx.away.example [198.51.100.7] ESMTPS",
                                    1234,
                                    "spf=pass",
                                    List.of(
                                            new TraceStep(
                                                    AT,
                                                    TraceStep.Kind.DELIVERED,
                                                    "anna@home.test",
                                                    "Spam",
                                                    "")))),
                    true);

    @Test
    void a_letter_is_shown_with_all_that_became_of_it() {
        rig.traces = ONE;

        assertThat(run("", "trace", "--from", "bob", "--subject", "din", "-n", "1"))
                .isEqualTo(Exit.OK.code());
        assertThat(rig.traced).containsExactly(new TraceRequest("bob", "", "din", "", 1));
        assertThat(out)
                .containsSubsequence(
                        "bob@away.example → anna@home.test",
                        "Subject: Dinner",
                        "mx.away.example [198.51.100.7] ESMTPS, 1234 bytes",
                        "spf=pass",
                        "Put into the folder Spam of anna@home.test",
                        "There are more");
    }

    @Test
    void an_answer_is_said_in_plain_words_before_its_own_and_only_once() {
        String no = "450 4.7.25 The IP address has no PTR record - gsmtp";
        TraceStep first = delayed(no, "2026-05-01T12:30:00Z");
        TraceStep again = delayed(no, "2026-05-01T13:30:00Z");
        rig.traces = new Traces(List.of(letter(first, again)), false);

        run("", "trace");

        assertThat(out)
                .containsSubsequence(
                        "Could not go to eve@family.example yet and is tried again.\n",
                        "Refused by Gmail (its server aspmx.l.google.com).",
                        "has no name that leads back to it",
                        "This is about your side",
                        "Ask your Internet provider for such a name",
                        "The answer was: " + no + "\n",
                        "Next try: ",
                        "Could not go to eve@family.example",
                        "The answer was: " + no)
                .containsOnlyOnce("Ask your Internet provider");
    }

    private static TraceStep delayed(String reply, String next) {
        return new TraceStep(
                AT,
                TraceStep.Kind.DELAYED,
                "eve@family.example",
                "aspmx.l.google.com",
                reply + " (" + next + ")");
    }

    private static Trace letter(TraceStep... steps) {
        return new Trace(
                "m2",
                AT,
                "<2@home.test>",
                "anna@home.test",
                List.of("eve@family.example"),
                "",
                "anna",
                10,
                "",
                List.of(steps));
    }

    @Test
    void what_we_told_a_sender_is_explained_too() {
        String full = "452 4.2.2 The mailbox is full";
        rig.traces =
                new Traces(
                        List.of(letter(new TraceStep(AT, TraceStep.Kind.REFUSED, "", "", full))),
                        false);

        run("", "trace");

        assertThat(out)
                .containsSubsequence(
                        "Not taken.",
                        "The mailbox has used up the room",
                        "Delete large letters",
                        "The sender was told: " + full);
    }

    @Test
    void a_german_reads_it_in_german() {
        Locale.setDefault(Locale.GERMAN);
        rig.traces =
                new Traces(
                        List.of(letter(delayed("451 4.7.1 Greylisted", "2026-05-01T12:30:00Z"))),
                        false);

        run("", "trace");

        assertThat(out)
                .containsSubsequence(
                        "Abgelehnt von Gmail (Server aspmx.l.google.com).",
                        "lässt den ersten Brief",
                        "Die Antwort war: 451 4.7.1 Greylisted",
                        "Nächster Versuch: ");
    }

    @Test
    void scripts_get_everything() {
        rig.traces = ONE;

        run("", "trace", "--json");

        assertThat(ControlJson.read(out, Traces.class)).isEqualTo(ONE);
    }

    @Test
    void that_nothing_was_found_is_said_and_seen_by_scripts() {
        assertThat(run("", "trace", "--id", "nobody")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(out).contains("nothing of it has reached this station");
    }
}
