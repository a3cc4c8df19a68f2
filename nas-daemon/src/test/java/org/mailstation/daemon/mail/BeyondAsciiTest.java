package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Service;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.delivery.RetrySchedule;

/** Addresses and headers in the letters of all languages (RFC 6531 to 6533). */
class BeyondAsciiTest extends HomeAndScript {
    private static final String OURS = "xn--mller-kva.test";
    private static final Configs HOME =
            Configs.station(OURS, "anna", "ben").alias("änna@" + OURS, "anna@" + OURS);
    private static final String ANNA = "anna@" + OURS;
    private static final String LETTER =
            "From: Änna <änna@müller.test>\r\nTo: 用户@例子.test\r\nSubject: Grüße, 用户\r\n"
                    + "Message-ID: <1@müller.test>\r\n\r\nthe bödy\r\n";
    private static final Map<String, String> KNOWS =
            Map.of("EHLO", "250-mx.away.test\r\n250-8BITMIME\r\n250-DSN\r\n250 SMTPUTF8");

    BeyondAsciiTest() {
        super(HOME, KNOWS, "away.test", "xn--fsqu00a.test", "xn--bcher-kva.test");
    }

    /** The octets of a text, as the test's client sends and shows them. */
    private static String wire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void transaction(LineClient client, String mail, String letter, String... to)
            throws IOException {
        assertThat(client.smtp(wire(mail))).startsWith("250");
        for (String recipient : to) {
            assertThat(client.smtp(wire("RCPT TO:" + recipient))).startsWith("250");
        }
        client.smtp("DATA");
        client.raw(wire(letter) + ".\r\n");
        assertThat(client.reply()).startsWith("250");
    }

    private void send(String mail, String letter, String... to) throws IOException {
        try (LineClient client = home.submission(ANNA)) {
            transaction(client, mail, letter, to);
        }
    }

    @Test
    void it_is_offered_on_every_port() throws Exception {
        for (Service service : List.of(Service.SMTP, Service.SUBMISSION, Service.SUBMISSIONS)) {
            try (LineClient client = home.connect(service)) {
                client.reply();
                assertThat(client.smtp("EHLO x")).contains("250-8BITMIME\n250-SMTPUTF8\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL FROM:<jörg@away.test>|553 5.6.7",
                "MAIL FROM:<joe@bücher.test>|553 5.6.7",
                "MAIL FROM:<jörg@away.test> SMTPUTF8|250",
                "MAIL FROM:<jörg@away.test> BODY=8BITMIME smtputf8 SIZE=10|250",
                "MAIL FROM:<jörg@bücher.test> SMTPUTF8|250",
                "MAIL FROM:<\"j ö\"@bücher.test> SMTPUTF8|250",
                "MAIL FROM:<> SMTPUTF8|250",
                "MAIL FROM:<joe@away.test> SMTPUTF8=yes|501",
                "MAIL FROM:<joe@away.test> SMTPUTF8 SMTPUTF8|501",
                "MAIL FROM:<joe@away.test> ÄNDERN=1|501",
                "MAIL FROM:<joe@away.test> SIZE=ü|501",
                "MAIL FROM:<j\u202Erg@away.test> SMTPUTF8|553 5.1.7",
                "MAIL FROM:<jö rg@away.test> SMTPUTF8|553 5.1.7",
                "MAIL FROM:<jörg@-ü.test> SMTPUTF8|553 5.1.7",
                "MAIL FROM:<jörg\u0085@away.test> SMTPUTF8|500",
                "NOOP ü|500",
                "VRFY jörg SMTPUTF8|252"
            })
    void who_says_so_may_use_them(String line, String answer) throws Exception {
        try (LineClient client = home.smtp()) {
            assertThat(client.smtp(wire(line))).startsWith(answer);
        }
    }

    @Test
    void what_is_no_text_at_all_is_refused() throws Exception {
        try (LineClient client = home.smtp()) {
            assertThat(client.smtp("MAIL FROM:<j\u00F6rg@away.test> SMTPUTF8")).startsWith("500");
            assertThat(client.smtp("MAIL FROM:<j\u00C0\u00AFrg@away.test> SMTPUTF8"))
                    .as("overlong")
                    .startsWith("500");
        }
    }

    @Test
    void a_recipient_needs_the_word_with_the_sender_and_strangers_relay_nothing() throws Exception {
        try (LineClient client = home.smtp()) {
            client.smtp("MAIL FROM:<>");
            assertThat(client.smtp(wire("RCPT TO:<änna@müller.test>"))).startsWith("553 5.6.7");
            assertThat(client.smtp(wire("RCPT TO:<anna@müller.test>"))).startsWith("553 5.6.7");
            assertThat(client.smtp("RCPT TO:<" + ANNA + ">")).startsWith("250");
            client.smtp("RSET");
            client.smtp("MAIL FROM:<> SMTPUTF8");
            assertThat(client.smtp(wire("RCPT TO:<用户@例子.test>"))).startsWith("550 5.7.1");
            assertThat(client.smtp(wire("RCPT TO:<ännä@müller.test>"))).startsWith("550 5.1.1");
            assertThat(client.smtp(wire("RCPT TO:<Änna@MÜLLER.test>"))).startsWith("250");
            assertThat(client.smtp(wire("RCPT TO:<a\u0308nna+shop@müller.test>")))
                    .startsWith("250");
            client.smtp("RSET");
            client.smtp("MAIL FROM:<>");
            assertThat(client.smtp(wire("RCPT TO:<anna@müller.test>")))
                    .as("forgotten with the transaction")
                    .startsWith("553");
        }
    }

    @Test
    void a_letter_arrives_unharmed_and_tells_how_it_came() throws Exception {
        try (LineClient client = home.smtp()) {
            transaction(
                    client, "MAIL FROM:<用户@bücher.test> SMTPUTF8", LETTER, "<änna@müller.test>");
        }

        assertThat(home.awaitInbox(ANNA, 1).getFirst())
                .startsWith(wire("Return-Path: <用户@xn--bcher-kva.test>\r\n"))
                .contains(
                        wire("with UTF8SMTP id "),
                        wire("\r\n\tfor <änna@" + OURS + ">;"),
                        wire(LETTER));
    }

    @Test
    void mail_programs_of_before_can_read_it() throws Exception {
        try (LineClient client = home.smtp()) {
            transaction(client, "MAIL FROM:<用户@bücher.test> SMTPUTF8", LETTER, "<" + ANNA + ">");
        }
        home.awaitInbox(ANNA, 1);

        try (LineClient client = home.imap(ANNA)) {
            client.imap("SELECT INBOX");
            List<String> envelope = client.imap("FETCH 1 ENVELOPE");
            assertThat(envelope.getLast()).startsWith("t1 OK");
            String inWords = String.join("\n", envelope);
            assertThat(inWords)
                    .contains("\"" + OURS + "\"", "\"xn--fsqu00a.test\"", "\"<1@" + OURS + ">\"")
                    .matches("\\p{ASCII}*");
            assertThat(DecoderUtil.decodeEncodedWords(inWords, StandardCharsets.UTF_8))
                    .contains("(NIL \"Grüße, 用户\" ((\"Änna\" NIL \"änna\" ", "((NIL NIL \"用户\" ");
            List<String> fields = client.imap("FETCH 1 BODY.PEEK[HEADER.FIELDS (SUBJECT FROM)]");
            assertThat(String.join("\n", fields))
                    .contains(wire("Subject: Grüße, 用户"), wire("From: Änna <änna@müller.test>"));
            client.raw("t1 SEARCH CHARSET UTF-8 SUBJECT {6}\r\n");
            assertThat(client.line()).startsWith("+");
            client.raw(wire("用户") + "\r\n");
            assertThat(client.tagged()).contains("* SEARCH 1");
        }
        try (LineClient client = home.connect(Service.POP3S)) {
            client.line();
            client.ask("USER " + ANNA);
            client.ask("PASS " + TestStation.PASSWORD);
            client.ask("RETR 1");
            assertThat(client.multiline()).endsWith(wire(LETTER));
        }
    }

    @Test
    void what_needs_it_goes_on_with_it_even_after_a_restart() throws Exception {
        world.schedule = new RetrySchedule(List.of(Duration.ofHours(1)), Duration.ofDays(1));
        servedBy(Map.of("EHLO", KNOWS.get("EHLO"), "MAIL", "451 later"));
        send(
                "MAIL FROM:<änna@müller.test> SMTPUTF8",
                LETTER,
                "<用户@例子.test> NOTIFY=FAILURE ORCPT=utf-8;用\\x{6237}@例子.test");
        home.awaitEvent(StationEvent.LetterDelayed.class, _ -> true);
        assertThat(home.server().queue().waiting()).isEqualTo(1);
        servedBy(KNOWS);

        TestStation.await(() -> away.letters() == 1);
        assertThat(away.commands)
                .contains(
                        "MAIL FROM:<änna@" + OURS + "> BODY=8BITMIME SMTPUTF8",
                        "RCPT TO:<用户@xn--fsqu00a.test> NOTIFY=FAILURE"
                                + " ORCPT=utf-8;\\x{7528}\\x{6237}@\\x{4F8B}\\x{5B50}.test");
        TestStation.await(() -> away.texts.size() == 1);
        assertThat(away.texts.getFirst()).contains("with UTF8SMTPSA id ", LETTER);
    }

    @Test
    void what_is_ascii_after_all_goes_on_as_such() throws Exception {
        servedBy(Map.of());
        send(
                "MAIL FROM:<" + ANNA + "> SMTPUTF8",
                "From: " + ANNA + "\r\nSubject: x\r\n\r\nbödy\r\n",
                "<bob@bücher.test>");

        TestStation.await(() -> away.letters() == 1);
        assertThat(away.commands)
                .contains("MAIL FROM:<" + ANNA + ">", "RCPT TO:<bob@xn--bcher-kva.test>");
    }

    @Test
    void what_nobody_declared_goes_on_as_ever() throws Exception {
        servedBy(Map.of());
        send("MAIL FROM:<" + ANNA + ">", LETTER, "<bob@away.test>");

        TestStation.await(() -> away.letters() == 1);
        assertThat(away.commands).contains("MAIL FROM:<" + ANNA + ">");
    }

    @Test
    void a_server_that_does_not_know_them_gets_only_what_it_understands() throws Exception {
        servedBy(Map.of());
        send(
                "MAIL FROM:<" + ANNA + "> SMTPUTF8",
                "From: " + ANNA + "\r\nSubject: x\r\n\r\nbody\r\n",
                "<bob@away.test>",
                "<jörg@away.test>");

        String report = home.awaitInbox(ANNA, 1).getFirst();
        assertThat(report)
                .contains(
                        "Content-Type: message/global-delivery-status\r\n"
                                + "Content-Transfer-Encoding: 8bit\r\n\r\n",
                        wire(
                                "Final-Recipient: utf-8; jörg@away.test\r\nAction: failed\r\nStatus: 5.6.7\r\n"),
                        "Content-Type: text/rfc822-headers\r\n\r\n",
                        "mx.away.test does not know addresses or headings")
                .doesNotContain("bob@away.test\r\nAction");
        assertThat(away.commands)
                .contains("RCPT TO:<bob@away.test>")
                .noneMatch(line -> line.contains("jörg"));
    }

    @Test
    void a_letter_that_needs_them_comes_back_to_an_address_that_does_too() throws Exception {
        servedBy(Map.of());
        send("MAIL FROM:<änna@müller.test> RET=FULL SMTPUTF8", LETTER, "<bob@away.test>");

        assertThat(home.awaitInbox(ANNA, 1).getFirst())
                .contains(
                        wire("To: <änna@" + OURS + ">"),
                        "Content-Type: message/delivery-status\r\n\r\n",
                        "Content-Type: message/global\r\nContent-Transfer-Encoding: 8bit\r\n\r\n",
                        wire(LETTER));
        assertThat(away.letters()).isZero();
    }

    @Test
    void only_the_header_comes_back_in_letters_of_its_own() throws Exception {
        servedBy(Map.of());
        send("MAIL FROM:<" + ANNA + "> SMTPUTF8", LETTER, "<bob@away.test>");

        assertThat(home.awaitInbox(ANNA, 1).getFirst())
                .contains(
                        "Status: 5.6.7",
                        "Content-Type: message/global-headers\r\n",
                        wire("Subject: Grüße, 用户"))
                .doesNotContain(wire("the bödy"));
    }

    @Test
    void who_is_asked_to_tell_somebody_so_does_it_in_his_letters() throws Exception {
        try (LineClient client = home.smtp()) {
            transaction(
                    client,
                    "MAIL FROM:<用户@例子.test> SMTPUTF8",
                    LETTER,
                    "<änna@müller.test> NOTIFY=SUCCESS");
        }

        TestStation.await(() -> away.texts.size() == 1);
        assertThat(away.commands)
                .contains("MAIL FROM:<> BODY=8BITMIME SMTPUTF8", "RCPT TO:<用户@xn--fsqu00a.test>");
        assertThat(away.texts.getFirst())
                .contains(
                        "To: <用户@xn--fsqu00a.test>",
                        "Original-Recipient: utf-8; änna@" + OURS,
                        "Final-Recipient: rfc822; " + ANNA,
                        "Action: delivered");
    }

    @Test
    void a_person_writes_only_as_what_is_hers() throws Exception {
        try (LineClient client = home.submission(ANNA)) {
            Stream.of("bénn@müller.test", "用户@例子.test")
                    .forEach(
                            other -> {
                                try {
                                    assertThat(
                                                    client.smtp(
                                                            wire(
                                                                    "MAIL FROM:<"
                                                                            + other
                                                                            + "> SMTPUTF8")))
                                            .startsWith("550 5.7.1");
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            });
        }
    }
}
