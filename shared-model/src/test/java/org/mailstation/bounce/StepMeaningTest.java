package org.mailstation.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailstation.control.TraceStep;
import org.mailstation.control.WaitingLetter;
import org.mailstation.text.Text;

/** Steps of a letter's way in plain words. */
class StepMeaningTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static StepMeaning of(TraceStep.Kind kind, String to, String place, String detail) {
        return StepMeaning.of(new TraceStep(NOON, kind, to, place, detail));
    }

    private static List<String> german(StepMeaning step) {
        return step.means().stream().map(text -> text.in(Locale.GERMAN)).toList();
    }

    private static String what(StepMeaning step) {
        return Objects.requireNonNull(step.what()).in(Locale.ENGLISH);
    }

    @Test
    void gmail_is_named_with_its_reason_and_what_to_do() {
        StepMeaning step =
                of(
                        TraceStep.Kind.RETURNED,
                        "bob@firm.example",
                        "",
                        "550-5.7.25 [192.0.2.7] The IP address does not have a PTR\r\n550 5.7.25 record. x1 - gsmtp");
        assertThat(what(step))
                .isEqualTo("Given back to its sender: bob@firm.example did not get it.");
        assertThat(step.means().stream().map(text -> text.in(Locale.ENGLISH)))
                .containsExactly(
                        "Refused by Gmail.",
                        "Gmail refuses letters because the Internet address of your line has no name that leads back to it.",
                        "This is about your side: you can do something about it.",
                        "Ask your Internet provider for such a name (“reverse DNS”, “PTR”), or let a mail provider send your letters: in Mail Station that is the setting how letters leave.");
        assertThat(step.reply()).startsWith("550 5.7.25 [192.0.2.7] The IP address");
    }

    @ParameterizedTest
    @CsvSource({
        "a@firm.example, mx.firm.mail.protection.outlook.com, 451 4.7.650 rate limited, Microsoft (Outlook)",
        "a@outlook.de, '', 451 4.7.650 rate limited, Microsoft (Outlook)",
        "a@firm.example, mx01.emig.gmx.net, 421 greylisted, GMX/Web.de",
        "a@web.de, '', 421 greylisted, GMX/Web.de",
        "a@yahoo.com, '', 421 4.7.0 [TSS04] Messages temporarily deferred, Yahoo/AOL",
        "a@firm.example, aspmx2.googlemail.com, 421 4.3.0 try again, Gmail",
        "a@firm.example, firm-example.a-v1.mx.microsoft, 450 4.7.0 later, Microsoft (Outlook)",
        "a@firm.example, smtpin.rzone.de, 451 4.7.1 later, Strato",
        "a@firm.example, w0123.kasserver.com, 451 4.7.1 later, ALL-INKL",
        "a@gmail.com, '', 421-4.7.28 unusual rate of mail, Gmail",
        "a@t-online.de, '', 554 IP=192.0.2.7 - A problem occurred. (Ask tosa@rx.t-online.de), T-Online"
    })
    void who_it_was_is_told_by_server_reply_or_address(
            String to, String server, String reply, String provider) {
        assertThat(german(of(TraceStep.Kind.DELAYED, to, server, reply)).getFirst())
                .startsWith("Abgelehnt von " + provider);
    }

    @Test
    void a_server_that_was_not_reached_has_refused_nothing() {
        StepMeaning step =
                of(
                        TraceStep.Kind.DELAYED,
                        "a@firm.example",
                        "aspmx.l.google.com",
                        "451 4.4.1 aspmx.l.google.com: connect timed out");
        assertThat(step.means())
                .extracting(Text::key)
                .containsExactly(
                        "bounce.who.nobody", "bounce.why.not-reached", "bounce.next.not-reached");
    }

    @Test
    void the_time_of_the_next_try_is_no_part_of_the_answer() {
        StepMeaning step =
                of(
                        TraceStep.Kind.DELAYED,
                        "a@b.example",
                        "",
                        "451 4.7.1 Greylisted (2026-05-04T12:30:00.123456Z)");
        assertThat(step.reply()).isEqualTo("451 4.7.1 Greylisted");
        assertThat(step.next()).isEqualTo("2026-05-04T12:30:00.123456Z");
        StepMeaning strange = of(TraceStep.Kind.DELAYED, "a", "", "451 no (2026-99-04T12:30:00Z)");
        assertThat(strange.next()).isNull();
    }

    @Test
    void a_letter_that_waits_says_the_same_of_its_last_answer() {
        StepMeaning step =
                StepMeaning.of(
                        new WaitingLetter(
                                "1",
                                "",
                                "a@b.example",
                                List.of("oma@web.de"),
                                "",
                                NOON,
                                NOON.plusSeconds(60),
                                2,
                                "421 greylisted (2026-05-04T12:30:00Z)",
                                null));
        assertThat(step.reply()).isEqualTo("421 greylisted");
        assertThat(step.next()).isEqualTo(NOON.plusSeconds(60));
        assertThat(german(step).get(1)).startsWith("GMX/Web.de");
        assertThat(step.what()).isNull();
    }

    @Test
    void a_relay_that_helped_leaves_nothing_to_do() {
        StepMeaning step =
                of(
                        TraceStep.Kind.RELAYED,
                        "a@gmail.com",
                        "smtp.relay.example",
                        "550 5.7.25 no PTR record");
        assertThat(what(step))
                .isEqualTo("Goes to a@gmail.com through the relay smtp.relay.example instead.");
        assertThat(step.means()).extracting(Text::key).last().isEqualTo("bounce.why.reverse-name");
    }

    @Test
    void what_nobody_understands_is_left_as_it_is() {
        StepMeaning step = of(TraceStep.Kind.DELAYED, "a@b.example", "", "so what");
        assertThat(step.means()).isEmpty();
        assertThat(step.reply()).isEqualTo("so what");
        assertThat(of(TraceStep.Kind.REFUSED, "", "", "599 odd").means()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TraceStep.Kind.class)
    void every_step_has_a_sentence_in_both_languages(TraceStep.Kind kind) {
        StepMeaning step = of(kind, "a@b.example", "x", "451 4.7.1 no");
        Text what = Objects.requireNonNull(step.what());
        assertThat(what.in(Locale.ENGLISH)).doesNotContain(what.key());
        assertThat(what.in(Locale.GERMAN)).isNotEqualTo(what.in(Locale.ENGLISH));
        if (!step.reply().isEmpty()) {
            assertThat(what.in(Locale.GERMAN)).as("not said twice").doesNotContain("451");
        }
    }

    @ParameterizedTest
    @EnumSource(OwnReply.class)
    void every_own_answer_has_words_in_both_languages(OwnReply own) {
        for (Text text : own.means("")) {
            assertThat(text.in(Locale.ENGLISH)).doesNotContain(text.key());
            assertThat(text.in(Locale.GERMAN)).isNotEqualTo(text.in(Locale.ENGLISH));
        }
    }
}
