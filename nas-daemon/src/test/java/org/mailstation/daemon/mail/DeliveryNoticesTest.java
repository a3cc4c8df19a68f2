package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.delivery.MxAnswer;
import org.mailstation.daemon.delivery.RetrySchedule;

/** Senders who say what they want to be told of a letter (RFC 3461). */
class DeliveryNoticesTest extends HomeAndScript {
    private static final String LETTER =
            "From: anna@home.test\r\nSubject: hello\r\nMessage-ID: <1@home.test>\r\n\r\nthe body\r\n";
    private static final Configs HOME =
            Configs.station("home.test", "anna", "ben")
                    .alias("far@home.test", "bob@away.test")
                    .alias("team@home.test", "anna@home.test", "ben@home.test");

    DeliveryNoticesTest() {
        super(HOME, Map.of("EHLO", "250-mx.away.test\r\n250 DSN"), "away.test");
    }

    private void send(String mail, String... recipients) throws IOException {
        try (LineClient client = home.submission("anna@home.test")) {
            transaction(client, "MAIL FROM:<anna@home.test>" + mail, recipients);
        }
    }

    private static void transaction(LineClient client, String mail, String... recipients)
            throws IOException {
        assertThat(client.smtp(mail)).startsWith("250");
        for (String recipient : recipients) {
            assertThat(client.smtp("RCPT TO:" + recipient)).startsWith("250");
        }
        client.smtp("DATA");
        client.raw(LETTER + ".\r\n");
        assertThat(client.reply()).startsWith("250");
    }

    private String report() throws IOException {
        return home.awaitInbox("anna@home.test", 1).getFirst();
    }

    @Test
    void it_is_offered_to_strangers_and_people_here() throws Exception {
        try (LineClient stranger = home.connect(org.mailstation.config.Service.SMTP)) {
            stranger.reply();
            assertThat(stranger.smtp("EHLO x")).contains("DSN");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL FROM:<> RET=ALL|501",
                "MAIL FROM:<> RET|501",
                "MAIL FROM:<> RET=FULL RET=HDRS|501",
                "MAIL FROM:<> ENVID=a+0Ab|501",
                "MAIL FROM:<> ENVID=|501",
                "MAIL FROM:<> ret=hdrs envid=QQ314159|250",
            })
    void the_wishes_for_a_letter_are_judged(String line, String code) throws Exception {
        try (LineClient client = home.smtp()) {
            assertThat(client.smtp(line)).startsWith(code);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOTIFY=NEVER,SUCCESS|501",
                "NOTIFY=|501",
                "NOTIFY=SOMETIMES|501",
                "NOTIFY=NEVER NOTIFY=NEVER|501",
                "ORCPT=anna@home.test|501",
                "ORCPT=rfc822;a+0D+0ASubject:x|501",
                "notify=success,delay,failure orcpt=rfc822;Anna+2Bx@home.test|250",
                "FOO=1|555",
            })
    void the_wishes_for_a_recipient_are_judged(String parameters, String code) throws Exception {
        try (LineClient client = home.smtp()) {
            client.smtp("MAIL FROM:<>");
            assertThat(client.smtp("RCPT TO:<anna@home.test> " + parameters)).startsWith(code);
        }
    }

    @Test
    void a_server_that_knows_them_is_told_the_wishes_even_after_a_restart() throws Exception {
        world.schedule = new RetrySchedule(List.of(Duration.ofHours(1)), Duration.ofDays(1));
        servedBy(Map.of("EHLO", "250-mx.away.test\r\n250 DSN", "MAIL", "451 later"));
        send(
                " RET=FULL ENVID=QQ314159",
                "<bob@away.test> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;Bob@old.test",
                "<eve@away.test> NOTIFY=NEVER");
        home.awaitEvent(StationEvent.LetterDelayed.class, _ -> true);
        servedBy(Map.of("EHLO", "250-mx.away.test\r\n250 DSN"));

        TestStation.await(() -> away.letters() == 1);
        assertThat(away.commands)
                .contains(
                        "MAIL FROM:<anna@home.test> RET=FULL ENVID=QQ314159",
                        "RCPT TO:<bob@away.test> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;Bob@old.test",
                        "RCPT TO:<eve@away.test> NOTIFY=NEVER");
        TestStation.await(() -> home.server().queue().waiting() == 0);
        assertThat(home.inbox("anna@home.test")).as("the other server will tell").isEmpty();
    }

    @Test
    void where_the_next_server_does_not_know_them_success_is_that_it_was_handed_over()
            throws Exception {
        servedBy(Map.of());
        send(" ENVID=QQ+2B1", "<far@home.test> NOTIFY=SUCCESS", "<eve@away.test>");

        assertThat(report())
                .contains(
                        "Subject: Your letter is on its way\r\n",
                        "\r\nOriginal-Envelope-Id: QQ+1\r\nReporting-MTA: dns; mail.home.test\r\n",
                        "Original-Recipient: rfc822; far@home.test\r\nFinal-Recipient: rfc822; bob@away.test\r\n"
                                + "Action: relayed\r\nStatus: 2.0.0\r\nRemote-MTA: dns; mx.away.test\r\n",
                        "text/rfc822-headers")
                .doesNotContain("eve@away.test", "the body");
        assertThat(away.commands).contains("RCPT TO:<bob@away.test>", "RCPT TO:<eve@away.test>");
    }

    @Test
    void success_here_is_told_once_for_each_who_was_asked_about() throws Exception {
        send("", "<ben@home.test> NOTIFY=SUCCESS");

        assertThat(report())
                .startsWith("Return-Path: <>")
                .contains(
                        "Subject: Your letter has arrived\r\n",
                        "Final-Recipient: rfc822; ben@home.test\r\nAction: delivered\r\nStatus: 2.0.0\r\n")
                .doesNotContain("the body", "Diagnostic-Code");
    }

    @Test
    void an_address_of_several_people_is_told_of_as_one() throws Exception {
        send("", "<team@home.test> NOTIFY=SUCCESS,FAILURE");

        TestStation.await(() -> home.server().queue().waiting() == 0);
        assertThat(home.awaitInbox("anna@home.test", 2))
                .filteredOn(letter -> letter.contains("multipart/report"))
                .singleElement()
                .asString()
                .contains("Final-Recipient: rfc822; team@home.test\r\nAction: expanded\r\n");
    }

    @Test
    void a_failure_brings_back_as_much_as_was_asked_for() throws Exception {
        send(" RET=FULL", "<x@missing.test>");
        assertThat(report())
                .contains("Action: failed", "Content-Type: message/rfc822", "\r\n\r\nthe body\r\n");
    }

    @Test
    void who_asked_never_to_be_told_is_not() throws Exception {
        send(" RET=HDRS", "<x@missing.test> NOTIFY=NEVER", "<y@missing.test> NOTIFY=SUCCESS");
        send(" RET=HDRS", "<z@missing.test> NOTIFY=FAILURE");

        TestStation.await(() -> home.server().queue().waiting() == 0);
        assertThat(home.inbox("anna@home.test"))
                .singleElement()
                .asString()
                .contains("z@missing.test", "text/rfc822-headers")
                .doesNotContain("the body", "x@missing.test", "y@missing.test");
    }

    @Test
    void a_delay_is_told_only_to_who_wants_to_hear_of_it() throws Exception {
        world.mx.put("quiet.test", new MxAnswer.CouldNotTell("no answer"));
        world.schedule =
                new RetrySchedule(
                        List.of(Duration.ofMillis(20)), Duration.ofMillis(1), Duration.ofDays(1));
        servedBy(Map.of());
        send("", "<x@quiet.test> NOTIFY=FAILURE", "<y@quiet.test> NOTIFY=DELAY");

        assertThat(report())
                .contains("Action: delayed", "Final-Recipient: rfc822; y@quiet.test")
                .doesNotContain("x@quiet.test");
    }

    @Test
    void a_stranger_whose_address_is_proven_is_told_of_success_too() throws Exception {
        world.mx.put("third.test", new MxAnswer.Hosts(List.of("mx.third.test")));
        try (LineClient client = home.smtp()) {
            transaction(client, "MAIL FROM:<carl@third.test>", "<ben@home.test> NOTIFY=SUCCESS");
        }

        TestStation.await(() -> away.letters() == 1);
        assertThat(away.commands).contains("MAIL FROM:<>", "RCPT TO:<carl@third.test>");
        assertThat(away.texts.getFirst()).contains("Action: delivered");
    }

    @Test
    void a_report_asks_for_no_report() throws Exception {
        try (LineClient client = home.smtp()) {
            transaction(client, "MAIL FROM:<>", "<ben@home.test> NOTIFY=SUCCESS");
        }

        assertThat(home.awaitInbox("ben@home.test", 1)).hasSize(1);
        assertThat(home.server().queue().waiting()).isZero();
        assertThat(away.letters()).isZero();
    }
}
