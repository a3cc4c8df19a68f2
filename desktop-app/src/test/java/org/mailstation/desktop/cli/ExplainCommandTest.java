package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.cli.CliBench.words;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.words.Exit;

/** {@code explain}, alone and with the log of a station over real SSH. */
class ExplainCommandTest {
    private static final String REPLY = "550-5.7.25 no PTR record - gsmtp";
    private static final Instant DAY = Instant.parse("2026-11-27T09:00:00Z");
    private static final String BOUNCE =
            """
            From: MAILER-DAEMON@relay.example.org
            Subject: Undelivered Mail
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; relay.example.org

            Final-Recipient: rfc822; bob@gmail.com
            Action: failed
            Status: 5.7.25
            Remote-MTA: dns; gmail-smtp-in.l.google.com
            Diagnostic-Code: smtp; 550 5.7.25 no PTR record - gsmtp

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <17@muster.example>
            From: Anna <anna@muster.example>
            Date: Fri, 27 Nov 2026 09:00:00 +0000
            Subject: Invoice

            --b--
            """;

    @TempDir Path folder;
    private CliBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new CliBench(folder);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    private Path file() throws Exception {
        return Files.writeString(folder.resolve("back.eml"), BOUNCE);
    }

    private void station(Trace... letters) throws Exception {
        bench.connected();
        bench.running();
        bench.station.setConfig(
                StationConfig.minimal(
                        "mail.muster.example",
                        "muster.example",
                        List.of(new Account("anna@muster.example", "Anna", 0, true))));
        bench.station.desk.letters.addAll(List.of(letters));
    }

    private static Trace letter(String id, Instant at) {
        return new Trace(
                "1-2",
                at,
                id,
                "anna@muster.example",
                List.of("bob@gmail.com"),
                "Invoice",
                "anna",
                10,
                "",
                List.of(
                        new TraceStep(
                                at,
                                TraceStep.Kind.SENT,
                                "bob@gmail.com",
                                "smtp.relay.example",
                                "CLEAR")));
    }

    @Test
    void a_returned_letter_is_explained_where_no_station_is_known() throws Exception {
        Keyboard.Ended ended = bench.script("", "explain", file().toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains(words("bounce.title.returned"))
                .contains(words("bounce.who.server", "Gmail", "gmail-smtp-in.l.google.com"))
                .contains(words("bounce.why.reverse-name", "Gmail"))
                .contains(words("bounce.next.reverse-name"))
                .contains(words("bounce.again.no"))
                .contains(words("bounce.log.no-station"));
    }

    @Test
    void one_line_on_standard_input_is_enough() {
        Keyboard.Ended ended = bench.script(REPLY + "\n", "explain", "-", "--json");
        assertThat(ended.out())
                .contains("\"cause\": \"reverse-name\"")
                .contains("\"provider\": \"Gmail\"");
        assertThat(ended.code()).isZero();
    }

    @Test
    void what_is_no_returned_letter_is_told_so() throws Exception {
        Path msg = folder.resolve("back.msg");
        Files.write(msg, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0});
        Keyboard.Ended ended = bench.script("", "explain", msg.toString());
        assertThat(ended.out()).contains(words("bounce.none.outlook-file"));
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
        assertThat(bench.script("Dear Anna", "explain", "-").out())
                .contains(words("bounce.none.text"));
        assertThat(bench.script("", "explain", folder + "/none.eml").code())
                .isEqualTo(Exit.NOT_FOUND.code());
    }

    @Test
    void of_several_files_each_is_explained_and_one_that_cannot_be_read_is_named()
            throws Exception {
        Path full = Files.writeString(folder.resolve("full.txt"), "552 5.2.2 Mailbox full");
        Path gone = folder.resolve("gone.eml");
        station(letter("<17@muster.example>", DAY));
        Keyboard.Ended ended =
                bench.signedIn("", "explain", file().toString(), gone.toString(), full.toString());
        assertThat(ended.out())
                .containsSubsequence(
                        words("bounce.file", 1, 3, file()),
                        words("bounce.why.reverse-name", "Gmail"),
                        words("bounce.log.found"),
                        words("bounce.file", 2, 3, gone),
                        words("flow.explain.unreadable", gone),
                        words("bounce.file", 3, 3, full),
                        words("bounce.why.mailbox-full"));
        assertThat(ended.code()).isEqualTo(Exit.ATTENTION.code());
        assertThat(
                        bench.script(
                                        "",
                                        "explain",
                                        "--no-log",
                                        "--json",
                                        file().toString(),
                                        gone.toString())
                                .out())
                .contains("\"name\": \"" + gone + "\"", "\"cause\": \"reverse-name\"");
    }

    @Test
    void the_station_adds_what_its_log_says() throws Exception {
        station(letter("<17@muster.example>", DAY));
        Keyboard.Ended ended = bench.signedIn("", "explain", file().toString());
        assertThat(ended.out())
                .contains(words("bounce.log.found"))
                .contains("smtp.relay.example")
                .contains(words("bounce.why.reverse-name", "Gmail"));
    }

    @Test
    void a_letter_that_the_station_never_sent_was_written_by_somebody_else() throws Exception {
        station(letter("<4@muster.example>", DAY.minusSeconds(90_000)));
        Keyboard.Ended ended = bench.signedIn("", "explain", file().toString());
        assertThat(ended.out())
                .contains(words("bounce.why.forged"))
                .contains(words("bounce.log.missing"));
    }

    @Test
    void a_log_that_begins_later_proves_nothing() throws Exception {
        station(letter("<4@muster.example>", DAY.plusSeconds(90_000)));
        Keyboard.Ended ended = bench.signedIn("", "explain", file().toString());
        assertThat(ended.out())
                .contains(words("bounce.why.reverse-name", "Gmail"))
                .contains(words("bounce.log.not-covered"));
    }

    @Test
    void a_script_without_a_password_and_one_that_wants_no_log_get_the_rest() throws Exception {
        station();
        assertThat(bench.script("", "explain", file().toString()).out())
                .contains(words("bounce.log.no-login"));
        assertThat(bench.script("", "explain", "--no-log", file().toString()).out())
                .contains(words("bounce.log.not-wanted"));
    }

    @Test
    void a_nas_that_does_not_answer_does_not_keep_the_answer_back() throws Exception {
        station();
        bench.nas.close();
        Keyboard.Ended ended = bench.signedIn("", "explain", file().toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains(words("bounce.why.reverse-name", "Gmail"));
    }
}
