package org.mailstation.daemon.sieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    /** A letter in memory. */
    private record Mail(Map<String, List<String>> headers, String text) implements SieveMail {
        @Override
        public List<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }

        @Override
        public List<String> addresses(String name) {
            return header(name);
        }

        @Override
        public String sender() {
            return "boss@work.test";
        }

        @Override
        public String recipient() {
            return "anna+shop@home.test";
        }

        @Override
        public long size() {
            return 5000;
        }

        @Override
        public String body(boolean raw) {
            return raw ? "Z3LDvMOfZQ==" : text;
        }
    }

    private static final Mail MAIL =
            new Mail(
                    Map.of(
                            "subject", List.of("[list] Offer of the week"),
                            "from", List.of("Boss@Work.test"),
                            "x-spam-score", List.of("007")),
                    "grüße from afar");

    private static String run(String script) throws ScriptException {
        return Script.read(script).run(MAIL).stream()
                .map(ScriptTest::word)
                .collect(Collectors.joining(" "));
    }

    private static String word(Action action) {
        return switch (action) {
            case Action.Put put ->
                    put.folder()
                            + (put.flags().isEmpty()
                                    ? ""
                                    : put.flags().stream().sorted().toList().toString());
            case Action.Send send -> ">" + send.address();
            case Action.Refuse refuse -> "no:" + refuse.reason();
            case Action.Tell tell -> "tell:" + tell.answer().text();
            case Action.Drop _ -> "drop";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "keep; | INBOX",
                "# nothing | INBOX",
                "discard; | drop",
                "fileinto \"Work\"; | Work",
                "fileinto :copy \"Work\"; | Work INBOX",
                "fileinto \"Work\"; keep; fileinto \"Work\"; | Work INBOX",
                "discard; keep; | INBOX",
                "redirect \"a@b.test\"; | >a@b.test",
                "redirect :copy \"a@b.test\"; redirect :copy \"A@b.test\"; | >a@b.test INBOX",
                "reject \"no, thanks\"; | no:no, thanks",
                "keep :flags [\"\\\\Seen\",\"work\"]; | INBOX[\\Seen, work]",
                "addflag \"\\\\Flagged\"; addflag \"x y\"; removeflag \"X\"; | INBOX[\\Flagged, y]",
                "addflag \"x\"; if hasflag \"x\" { discard; } | drop",
                "if header :contains \"subject\" \"OFFER\" { fileinto \"Ads\"; } | Ads",
                "if header :comparator \"i;octet\" :contains \"subject\" \"OFFER\" { discard; } | INBOX",
                "if header :matches \"Subject\" \"[list] * of ??? week\" { fileinto \"L\"; } | L",
                "if header :matches \"Subject\" \"[list]\" { discard; } | INBOX",
                "if not exists [\"Subject\", \"Nowhere\"] { discard; } | drop",
                "if address :domain \"From\" \"work.test\" { stop; } discard; | INBOX",
                "if envelope :localpart \"from\" \"boss\" { fileinto \"B\"; } | B",
                "if envelope :detail \"to\" \"shop\" { fileinto \"S\"; } | S",
                "if envelope :user \"to\" \"anna\" { fileinto \"S\"; } | S",
                "if size :over 4K { discard; } | drop",
                "if size :under 4k { discard; } | INBOX",
                "if body :contains \"grüße\" { discard; } | drop",
                "if body :raw :contains \"grüße\" { discard; } | INBOX",
                "if header :comparator \"i;ascii-numeric\" \"X-Spam-Score\" \"7\" { discard; } | drop",
                "if anyof (false, true) { fileinto \"A\"; } else { discard; } | A",
                "if allof (false, true) { discard; } elsif true { fileinto \"E\"; } else {} | E",
                "if false { discard; } else { fileinto \"E\"; } keep; | E INBOX",
                "vacation \"away\"; | tell:away INBOX",
                "vacation :days 3 :subject \"x\" :addresses [\"a@b.c\"] \"away\"; discard; | tell:away drop"
            })
    void a_script_says_what_becomes_of_a_letter(String script, String becomes)
            throws ScriptException {
        assertThat(run(REQUIRE + script)).isEqualTo(becomes);
    }

    private static final String REQUIRE =
            "require [\"fileinto\",\"copy\",\"reject\",\"imap4flags\",\"envelope\",\"body\","
                    + "\"vacation\",\"subaddress\",\"comparator-i;ascii-numeric\"];\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fileinto \"x\"",
                "if true { keep;",
                "if { keep; }",
                "keep \"x\";",
                "keep :nonsense;",
                "explode;",
                "if explode { keep; }",
                "if header :is :contains \"a\" \"b\" { keep; }",
                "if true { explode; }",
                "redirect \"not an address\";",
                "require \"variables\";",
                "keep; require \"fileinto\";",
                "else { keep; }",
                "if size 5 { keep; }",
                "if size :over 99999999999999999999 { keep; }",
                "fileinto \"a\u0001b\";",
                "vacation :days \"x\" \"away\";",
                "keep /* for ever",
                "keep \"for ever",
                "vacation text:\nfor ever\n",
                "if not true, false { keep; }",
                "if header \"subject\" [] { keep; }"
            })
    void what_cannot_be_understood_is_said_when_the_script_is_read(String script) {
        assertThatThrownBy(() -> Script.read(REQUIRE + script))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        e ->
                                assertThat(e.sentence(Locale.GERMAN))
                                        .isNotEqualTo(e.sentence())
                                        .doesNotContain("rules.", "null", "{0}"))
                .hasMessageNotContainingAny("null", "rules.", "{0}");
    }

    @Test
    void a_mistake_is_told_with_its_line() {
        assertThatThrownBy(() -> Script.read("keep;\n\n  explode;"))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        e -> {
                            assertThat(e.sentence()).startsWith("line 3: explode");
                            assertThat(e.sentence(Locale.GERMAN))
                                    .isEqualTo("Zeile 3: explode ist hier nicht bekannt");
                        });
    }

    @Test
    void an_extension_must_be_asked_for() {
        assertThatThrownBy(() -> Script.read("fileinto \"x\";"))
                .hasMessageContaining("require \"fileinto\"");
    }

    @Test
    void a_text_of_many_lines_ends_at_the_dot() throws ScriptException {
        String script = "require \"vacation\"; vacation text: # so\nHello\n..dot\n.\n; discard;";

        assertThat(run(script)).isEqualTo("tell:Hello\r\n.dot\r\n drop");
        assertThat(run(script.replace("\n", "\r\n"))).isEqualTo("tell:Hello\r\n.dot\r\n drop");
    }

    @Test
    void nobody_is_sent_more_than_five_copies_elsewhere() throws ScriptException {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            script.append("redirect \"a").append(i).append("@b.test\";");
        }
        Script six = Script.read(script.toString());

        assertThatThrownBy(() -> six.run(MAIL)).hasMessageContaining("5 redirects");
    }

    @Test
    void a_refused_letter_goes_nowhere_else() throws ScriptException {
        Script both = Script.read(REQUIRE + "fileinto \"x\"; reject \"no\";");

        assertThatThrownBy(() -> both.run(MAIL)).isInstanceOf(ScriptException.class);
    }

    @Test
    void deep_brackets_are_no_danger() {
        String deep = "if not ".repeat(50_00) + "true { keep; }";

        assertThatThrownBy(() -> Script.read(deep)).hasMessageContaining("within each other");
        assertThatThrownBy(() -> Script.read("if true {".repeat(5000)))
                .hasMessageContaining("within each other");
    }

    @Test
    void a_pattern_cannot_hold_up_the_station() throws ScriptException {
        Mail long_ = new Mail(Map.of("subject", List.of("a".repeat(200_000))), "");
        String stars = "*a".repeat(400) + "b";
        String many = "if header :matches \"subject\" \"" + stars + "\" { discard; }";
        Script script = Script.read(many.repeat(50));

        assertThatThrownBy(() -> script.run(long_)).hasMessageContaining("too long");
    }

    @Test
    void a_script_has_a_greatest_length() {
        assertThatThrownBy(() -> Script.read("#".repeat(Script.LONGEST + 1)))
                .isInstanceOf(ScriptException.class);
    }
}
