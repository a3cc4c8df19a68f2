package org.mailstation.desktop.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.desktop.draft.Passwords;
import org.mailstation.desktop.flow.Forward;
import org.mailstation.desktop.flow.Step;
import org.mailstation.finding.Health;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

class WordsTest {

    private final Words english = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    private final Words german = new Words(Locale.GERMAN, ZoneOffset.UTC);

    private static Properties bundle(String suffix) {
        Properties properties = new Properties();
        try (InputStreamReader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Words.class.getResourceAsStream(
                                        "/org/mailstation/desktop/messages"
                                                + suffix
                                                + ".properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    @Test
    void both_languages_have_the_same_keys_with_the_same_arguments() {
        Properties en = bundle("");
        Properties de = bundle("_de");
        assertThat(new TreeSet<>(de.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(en.stringPropertyNames()));
        for (String key : en.stringPropertyNames()) {
            assertThat(arguments(de.getProperty(key)))
                    .as(key)
                    .isEqualTo(arguments(en.getProperty(key)));
        }
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }

    /** Of two lines with the same key the last one would win, unseen. */
    @Test
    void no_key_has_two_texts() throws IOException {
        for (String suffix : new String[] {"", "_de"}) {
            Path file =
                    Path.of("src/main/resources/org/mailstation/desktop")
                            .resolve("messages" + suffix + ".properties");
            assertThat(
                            Files.readAllLines(file).stream()
                                    .filter(line -> !line.startsWith("#") && line.contains("="))
                                    .map(line -> line.substring(0, line.indexOf('='))))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_constant_that_is_shown_has_words() {
        Stream.of(english, german)
                .forEach(
                        words -> {
                            Stream.of(Step.values())
                                    .forEach(it -> assertThat(words.of("step", it)).isNotBlank());
                            Stream.of(Health.values())
                                    .forEach(it -> assertThat(words.of("health", it)).isNotBlank());
                            Stream.of(Service.values())
                                    .forEach(
                                            it -> {
                                                String key = "service." + it.key();
                                                assertThat(words.of(Text.of(key)))
                                                        .isNotBlank()
                                                        .isNotEqualTo(key);
                                            });
                            Stream.of(Port.Open.values())
                                    .forEach(it -> assertThat(words.of("open", it)).isNotBlank());
                            Stream.of(Vantage.values())
                                    .forEach(
                                            it -> assertThat(words.of("vantage", it)).isNotBlank());
                            Stream.of(Passwords.Strength.values())
                                    .forEach(
                                            it ->
                                                    assertThat(words.of("strength", it))
                                                            .isNotBlank());
                            Stream.of(Forward.values())
                                    .filter(it -> it != Forward.NONE)
                                    .forEach(
                                            it -> assertThat(words.of("forward", it)).isNotBlank());
                        });
    }

    @Test
    void no_key_is_left_over() throws IOException {
        String code;
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            code =
                    files.filter(file -> file.toString().matches(".*\\.(java|peb)"))
                            .map(WordsTest::read)
                            .collect(Collectors.joining());
        }
        assertThat(bundle("").stringPropertyNames())
                .allMatch(
                        key ->
                                code.contains("\"" + key + "\"")
                                        || code.contains(
                                                "\""
                                                        + key.substring(0, key.lastIndexOf('.'))
                                                        + "\""));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_key_without_words_is_a_fault() {
        assertThatThrownBy(() -> english.of("no.such.key"))
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void amounts_are_in_the_largest_fitting_decimal_unit() {
        assertThat(english.bytes(0)).isEqualTo("0\u00a0B");
        assertThat(english.bytes(999)).isEqualTo("999\u00a0B");
        assertThat(english.bytes(38_600_000)).isEqualTo("38.6\u00a0MB");
        assertThat(german.bytes(38_600_000)).isEqualTo("38,6\u00a0MB");
        assertThat(english.bytes(999_960_000)).isEqualTo("1\u00a0GB");
    }

    @Test
    void spans_of_time_are_in_their_largest_unit_and_count_properly() {
        assertThat(english.span(Duration.ofDays(1))).isEqualTo("1 day");
        assertThat(english.span(Duration.ofHours(25))).isEqualTo("1 day");
        assertThat(german.span(Duration.ofHours(3))).isEqualTo("3 Stunden");
        assertThat(english.span(Duration.ofSeconds(-5))).isEqualTo("0 seconds");
    }

    @Test
    void days_and_times_are_the_readers() {
        Instant when = Instant.parse("2026-05-07T09:41:00Z");
        assertThat(german.day(when)).isEqualTo("7. Mai 2026");
        assertThat(german.time(when)).isEqualTo("09:41:00");
    }
}
