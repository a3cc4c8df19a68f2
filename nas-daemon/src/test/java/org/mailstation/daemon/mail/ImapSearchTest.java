package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches as a mail program makes them (RFC 9051, 6.4.4), over four letters. */
class ImapSearchTest {
    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static TestStation station;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static LineClient client;

    @BeforeAll
    static void fill() throws Exception {
        station = TestStation.running(folder, Configs.station("home.test", "anna"));
        client = station.imap("anna@home.test");
        client.imap("CREATE Letters");
        append(
                "(\\Seen) \" 1-Mar-2026 10:00:00 +0000\"",
                "From: Ben Berger <ben@far.example>",
                "To: anna@home.test",
                "Cc: carla@far.example",
                "Date: Sun, 1 Mar 2026 00:30:00 +0200",
                "Subject: Die Stromrechnung",
                "Message-ID: <1@far.example>",
                "X-Colour: green",
                "",
                "Hello Anna, the bill is attached.");
        append(
                "(\\Flagged) \"15-Mar-2026 10:00:00 +0000\"",
                "From: =?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <joerg@far.example>",
                "To: anna@home.test",
                "Date: Sat, 14 Mar 2026 10:00:00 +0000",
                "Subject: =?utf-8?B?R3LDvMOfZSBhdXMgS8O2bG4=?=",
                "Content-Type: text/html; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "<p>Sch=C3=B6ne <b>Gr&uuml;=C3=9Fe</b> vom Dom</p>");
        append(
                "($Work) \"20-Mar-2026 10:00:00 +0000\"",
                "From: tokyo@far.example",
                "To: anna@home.test",
                "Bcc: dora@far.example",
                "Date: Fri, 20 Mar 2026 10:00:00 +0000",
                "Subject: meeting",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                "明日は東京都庁で会議があります");
        append(
                "() \"25-Mar-2026 10:00:00 +0000\"",
                "From: ben@far.example",
                "Date: Wed, 25 Mar 2026 10:00:00 +0000",
                "Subject: a long one",
                "",
                "word ".repeat(1000));
        client.imap("SELECT Letters");
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        station.close();
    }

    private static void append(String how, String... lines) throws IOException {
        byte[] letter = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(client.ask("t1 APPEND Letters " + how + " {" + letter.length + "}"))
                .startsWith("+");
        client.raw(new String(letter, StandardCharsets.ISO_8859_1) + "\r\n");
        assertThat(client.tagged().getLast()).startsWith("t1 OK");
    }

    /** The numbers that a search answers, joined by blanks. */
    private static String found(List<String> answer) {
        assertThat(answer.getLast()).startsWith("t1 OK");
        return answer.stream()
                .filter(line -> line.startsWith("* SEARCH"))
                .map(line -> line.substring("* SEARCH".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALL|1 2 3 4",
                "TEXT rechnung|1",
                "TEXT \"hello anna, the bill\"|1",
                "BODY grusse|2",
                "BODY ben|''",
                "TEXT ben|1 4",
                "SUBJECT koln|2",
                "SUBJECT GRUSSE|2",
                "FROM muller|2",
                "FROM ben@far|1 4",
                "TO anna|1 2 3",
                "CC carla|1",
                "BCC dora|3",
                "HEADER X-Colour green|1",
                "HEADER X-Colour red|''",
                "HEADER X-Colour \"\"|1",
                "HEADER Message-ID 1@far|1",
                "SEEN|1",
                "UNSEEN|2 3 4",
                "FLAGGED|2",
                "UNDELETED|1 2 3 4",
                "KEYWORD $Work|3",
                "UNKEYWORD $work|1 2 4",
                "SINCE 15-Mar-2026|2 3 4",
                "BEFORE 15-Mar-2026|1",
                "ON 20-Mar-2026|3",
                "SENTON 1-Mar-2026|1",
                "SENTBEFORE 14-Mar-2026|1",
                "SENTSINCE 14-Mar-2026|2 3 4",
                "LARGER 4000|4",
                "SMALLER 4000|1 2 3",
                "UID 2:3|2 3",
                "2:*|2 3 4",
                "OR SUBJECT koln SUBJECT meeting|2 3",
                "NOT TEXT ben|2 3",
                "FROM ben UNSEEN|4",
                "OR (FROM ben SEEN) FLAGGED|1 2",
                "TEXT nowhere|''"
            })
    void a_search_finds(String search, String letters) throws Exception {
        assertThat(found(client.imap("SEARCH " + search))).isEqualTo(letters);
        assertThat(found(client.imap("UID SEARCH " + search))).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({"Köln, 2", "grüße vom, 2", "東京, 3", "会議, 3", "Müllerin, ''"})
    void texts_beyond_ascii_come_as_utf_8(String sought, String letters) throws Exception {
        byte[] octets = sought.getBytes(StandardCharsets.UTF_8);
        assertThat(client.ask("t1 SEARCH CHARSET UTF-8 TEXT {" + octets.length + "}"))
                .startsWith("+");
        client.raw(new String(octets, StandardCharsets.ISO_8859_1) + "\r\n");

        assertThat(found(client.tagged())).isEqualTo(letters);
    }

    @Test
    void an_unknown_charset_is_refused() throws Exception {
        assertThat(client.imap("SEARCH CHARSET KLINGON TEXT x").getLast())
                .startsWith("t1 NO")
                .contains("BADCHARSET");
    }

    @Test
    void an_extended_search_answers_in_short() throws Exception {
        List<String> answer = client.imap("UID SEARCH RETURN (MIN MAX COUNT ALL) NOT FLAGGED");

        assertThat(answer.getFirst())
                .startsWith("* ESEARCH (TAG \"t1\") UID")
                .contains("MIN 1", "MAX 4", "COUNT 3", "ALL 1,3:4");
    }

    @Test
    void a_letter_that_another_client_brings_is_found_at_once_and_then_not_any_more()
            throws Exception {
        try (LineClient other = station.imap("anna@home.test")) {
            other.imap("CREATE Short");
            for (String word : Arrays.asList("erste", "zweite", "dritte")) {
                String letter = "Subject: " + word + "\r\n\r\nkurz und " + word + "\r\n";
                other.ask("t1 APPEND Short {" + letter.length() + "}");
                other.raw(letter + "\r\n");
                assertThat(other.tagged().getLast()).startsWith("t1 OK");
                other.imap("SELECT Short");
                assertThat(found(other.imap("SEARCH BODY \"und " + word + "\""))).isEqualTo("1");
                other.imap("STORE 1 +FLAGS.SILENT (\\Deleted)");
                other.imap("EXPUNGE");
                assertThat(found(other.imap("SEARCH BODY \"und " + word + "\""))).isEmpty();
            }
        }
    }

    @Test
    void keywords_are_kept() throws Exception {
        List<String> answer = client.imap("FETCH 3 (FLAGS)");

        assertThat(answer.getFirst()).contains("$Work");
        assertThat(client.imap("SELECT Letters"))
                .anyMatch(line -> line.contains("PERMANENTFLAGS") && line.contains("\\*"));
    }
}
