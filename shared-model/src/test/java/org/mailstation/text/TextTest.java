package org.mailstation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final Pattern USED = Pattern.compile("Text\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern NAMED =
            Pattern.compile("\"((?:problem|change|effect)(?:\\.[a-z0-9-]+)+)\"");

    private final Properties english = words("messages.properties");
    private final Properties german = words("messages_de.properties");

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void both_languages_put_in_the_same_things() {
        for (String key : english.stringPropertyNames()) {
            assertThat(holes(german.getProperty(key)))
                    .as(key)
                    .isEqualTo(holes(english.getProperty(key)));
        }
    }

    @Test
    void every_sentence_can_be_put_together() {
        String[] args = {"ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE"};
        for (Locale language : Set.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (String key : english.stringPropertyNames()) {
                String pattern = (language == Locale.GERMAN ? german : english).getProperty(key);
                String sentence = Text.of(key, (Object[]) args).in(language);
                assertThat(sentence).as(key).isNotBlank().doesNotContain("{", "''");
                holes(pattern).forEach(hole -> assertThat(sentence).as(key).contains(args[hole]));
            }
        }
    }

    @Test
    void every_sentence_that_the_programs_use_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String module : Set.of("shared-model", "nas-daemon", "desktop-app")) {
            Path sources = Path.of("..", module, "src", "main", "java");
            if (Files.isDirectory(sources)) { // a module may be built alone
                missing.addAll(used(sources));
            }
        }
        assertThat(missing).as("keys that were looked for").isNotEmpty();
        missing.removeIf(this::exists);
        assertThat(missing).isEmpty();
    }

    @Test
    void a_sentence_is_in_the_language_of_its_reader() {
        Text text = Text.of("problem.toml.misspelt", "a", "b");
        assertThat(text.in(Locale.ENGLISH)).isEqualTo("There is no setting a. Did you mean b?");
        assertThat(text.in(Locale.GERMANY))
                .isEqualTo("Es gibt keine Einstellung a. Meinten Sie b?");
        assertThat(text.in(Locale.JAPANESE)).isEqualTo(text.in(Locale.ENGLISH));
    }

    @Test
    void a_sentence_of_a_newer_daemon_is_shown_with_its_key() {
        assertThat(Text.of("not.yet.known").in(Locale.ENGLISH)).isEqualTo("not.yet.known");
        assertThat(Text.of("not.yet.known", "a", 5).in(Locale.ENGLISH))
                .isEqualTo("not.yet.known [a, 5]");
    }

    @Test
    void a_name_of_the_configuration_is_put_in_as_a_word_of_the_reader() {
        Text text = Text.of("change.ports.open.internet", "imaps");
        assertThat(text.in(Locale.ENGLISH)).isEqualTo("Reading, IMAP (TLS): open to the Internet.");
        assertThat(text.in(Locale.GERMAN)).isEqualTo("Lesen, IMAP (TLS): offen für das Internet.");
    }

    @Test
    void a_name_without_a_word_is_put_in_as_it_is() {
        assertThat(Text.of("change.ports.open.internet", "jmap {0:service}").in(Locale.ENGLISH))
                .isEqualTo("jmap {0:service}: open to the Internet.");
        assertThat(Text.of("change.ports.open.internet").in(Locale.ENGLISH)).contains("{0}");
    }

    @Test
    void every_kind_of_word_has_words() {
        for (Properties language : Set.of(english, german)) {
            for (String key : language.stringPropertyNames()) {
                Pattern.compile("\\{\\d:([a-z-]+)}")
                        .matcher(language.getProperty(key))
                        .results()
                        .forEach(
                                hole ->
                                        assertThat(language.stringPropertyNames())
                                                .as(key)
                                                .anyMatch(
                                                        word ->
                                                                word.startsWith(
                                                                        hole.group(1) + ".")));
            }
        }
    }

    @Test
    void an_argument_is_put_in_as_it_is() {
        assertThat(Text.of("problem.toml.misspelt", "{0} '", 1_000_000).in(Locale.GERMAN))
                .contains("{0} '", "1000000");
    }

    /**
     * A key that ends in a dot is completed while the program runs; then at least one such sentence
     * must exist.
     */
    private boolean exists(String key) {
        return key.endsWith(".")
                ? english.stringPropertyNames().stream().anyMatch(one -> one.startsWith(key))
                : english.containsKey(key);
    }

    private static Set<String> used(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            Set<String> keys = new TreeSet<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                USED.matcher(source).results().forEach(match -> keys.add(match.group(1)));
                NAMED.matcher(source).results().forEach(match -> keys.add(match.group(1)));
            }
            return keys;
        }
    }

    private static Set<Integer> holes(String pattern) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(pattern)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String name) {
        Properties words = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(
                        Text.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words;
    }
}
