package org.mailstation.desktop.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "'",
                "''",
                "a'b",
                "\"",
                "$HOME",
                "$(id)",
                "`id`",
                "\\",
                "\\'",
                "\n",
                "a\nb",
                "\r",
                "\t",
                "-n",
                "--",
                "*",
                "~",
                "!",
                "; rm -rf x",
                "a & b | c > d",
                "#x",
                "ä ö ß 漢 🙂",
                "${jndi:ldap://x}",
                "\u0001\u007f"
            })
    void every_word_arrives_as_it_is(String word) throws Exception {
        assertThat(arrived(List.of(word, "end"))).containsExactly(word, "end");
    }

    @Test
    void random_words_arrive_as_they_are() throws Exception {
        Random random = new Random(20261124);
        String alphabet = "'\"$()`\\\n\r\t -*?[]{}~!#&;|<>=%^@,.:/aZ9ä\u0001";
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                word.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            words.add(word.toString());
        }

        assertThat(arrived(words)).isEqualTo(words);
    }

    @Test
    void the_arguments_of_a_script_never_become_part_of_it() throws Exception {
        List<String> words =
                Shell.script("printf '%s' \"$2\"", "ignored", "$(touch pwned)'; echo x");

        assertThat(output(Shell.line(words))).isEqualTo("$(touch pwned)'; echo x");
    }

    @Test
    void what_no_argument_can_carry_is_refused() {
        assertThatThrownBy(() -> Shell.line(List.of("a\0b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What a real shell makes of the line: each word, ended by NUL. */
    private static List<String> arrived(List<String> words) throws Exception {
        List<String> line =
                new ArrayList<>(List.of("sh", "-c", "for w; do printf '%s\\0' \"$w\"; done", "sh"));
        line.addAll(words);
        String output = output(Shell.line(line));
        return output.isEmpty()
                ? List.of()
                : List.of(output.substring(0, output.length() - 1).split("\0", -1));
    }

    private static String output(String line) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return output;
    }
}
