package org.mailstation.config.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Account;
import org.mailstation.config.Configs;
import org.mailstation.config.Parsed;
import org.mailstation.config.Port;
import org.mailstation.config.Problem;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;

@Timeout(300)
class StationTomlTest {
    private static final String SHORTEST =
            """
            host-name = "mail.example.org"
            domains = ["example.org"]
            """;

    @Test
    void two_lines_are_a_configuration_and_the_rest_has_defaults() {
        assertThat(StationToml.read(SHORTEST))
                .isEqualTo(
                        new Parsed.Valid<>(
                                StationConfig.minimal(
                                        "mail.example.org", "example.org", List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP, 25, INTERNET",
        "SUBMISSION, 587, LAN",
        "SUBMISSIONS, 465, INTERNET",
        "IMAP, 143, LAN",
        "IMAPS, 993, INTERNET",
        "POP3, 110, LAN",
        "POP3S, 995, LAN",
        "MANAGESIEVE, 4190, OFF"
    })
    void every_port_has_its_default(Service service, int number, Port.Open open) {
        assertThat(valid(SHORTEST).ports().of(service)).isEqualTo(new Port(number, number, open));
    }

    @Test
    void both_ways_to_write_a_port_are_read() {
        assertThat(
                        valid(SHORTEST + "[ports.smtp]\nport = 2525\nopen = \"lan\"\n")
                                .ports()
                                .of(Service.SMTP))
                .isEqualTo(new Port(2525, 25, Port.Open.LAN));
        assertThat(
                        valid(SHORTEST + "ports.smtp = { port = 2525, open = \"lan\" }\n")
                                .ports()
                                .of(Service.SMTP))
                .isEqualTo(new Port(2525, 25, Port.Open.LAN));
    }

    @Test
    void what_was_written_is_read_again() {
        for (int seed = 0; seed < 100; seed++) {
            StationConfig config = Configs.random(seed);
            String toml = StationToml.write(config);
            assertThat(StationToml.read(toml))
                    .as("seed %d:%n%s", seed, toml)
                    .isEqualTo(new Parsed.Valid<>(config));
            assertThat(StationToml.write(valid(toml))).isEqualTo(toml);
        }
    }

    @Test
    void a_written_file_can_be_read_by_a_person() {
        assertThat(StationToml.write(Configs.SMALL))
                .contains(
                        """
                        # A mailbox. quota-mb = 0: as much as the disk has. enabled = false: nobody can sign in; refuse-letters: nor write to it. save-sent: for programs that do not. forward-to: who gets its letters, too; keep-copy = false: instead.
                        [[account]]
                        address = "anna@example.org"
                        name = "Anna"
                        quota-mb = 0
                        enabled = true
                        refuse-letters = false
                        """)
                .contains("imaps = { port = 993, external = 993, open = \"internet\" }\n")
                .contains("use = \"never\"")
                .contains("source = \"self-signed\"");
    }

    @Test
    void a_name_with_a_line_break_is_written_safely_and_refused_when_read() {
        StationConfig config =
                Configs.SMALL.withAccounts(
                        List.of(
                                new Account(
                                        "anna@example.org",
                                        "Anna\"\nenabled = false\u007f",
                                        0,
                                        true)));
        assertProblem(StationToml.write(config), "account[0].name", 13, "problem.account.name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            hostname = "x"                       | hostname              | problem.toml.misspelt
            account = []                         | ''                    | ''
            account = 1                          | account               | problem.toml.wants-sections
            account = [ 1 ]                      | account[0]            | problem.toml.wants-sections
            relay = 1                            | relay                 | problem.toml.wants-section
            relay.use = "sometimes"              | relay.use             | problem.toml.wants-word
            relay.use = "NEVER"                  | relay.use             | problem.toml.wants-word
            relay.port = "25"                    | relay.port            | problem.toml.wants-number
            relay.port = 25.0                    | relay.port            | problem.toml.wants-number
            relay.port = 99999999999             | relay.port            | problem.range
            relay.hots = "x"                     | relay.hots            | problem.toml.misspelt
            relay.password = "x"                 | relay.password        | problem.toml.unknown
            ports.smpt.port = 1                  | ports.smpt            | problem.toml.misspelt
            ports.smtp.port = 70000              | ports.smtp.port       | problem.range
            ports.imap.open = true               | ports.imap.open       | problem.toml.wants-word
            network.line = "dsl"                 | network.line          | problem.toml.wants-word
            tls.source = "files"                 | tls.certificate-file  | problem.tls.file
            storage.reserve-mb = true            | storage.reserve-mb    | problem.toml.wants-number
            storage.warn-at = 80                 | storage.warn-at       | problem.toml.wants-numbers
            storage.warn-at = ["80"]             | storage.warn-at[0]    | problem.toml.wants-number
            notifications.address = 1            | notifications.address | problem.toml.wants-text
            format = 2                           | format                | problem.toml.format
            format = 0                           | format                | problem.toml.format
            format = "1"                         | format                | problem.toml.wants-number
            account = [ { enabled = 1, address = "a@example.org" } ] | account[0].enabled | problem.toml.wants-flag
            alias = [ { address = "a@example.org", to = "b@example.net" } ] | alias[0].to | problem.toml.wants-texts
            alias = [ { address = "a@example.org", to = [ 1 ] } ]   | alias[0].to[0]     | problem.toml.wants-text
            x = 1                                | x                     | problem.toml.unknown
            """)
    void a_mistake_is_told_with_its_field_and_line(String line, String field, String key) {
        Parsed<StationConfig> parsed = StationToml.read(SHORTEST + line + "\n");
        if (key.isEmpty()) {
            assertThat(parsed).isInstanceOf(Parsed.Valid.class);
        } else {
            assertThat(problems(SHORTEST + line + "\n").getFirst())
                    .extracting(Problem::field, Problem::line, problem -> problem.text().key())
                    .containsExactly(field, 3, key);
        }
    }

    @Test
    void the_setting_that_was_meant_is_named() {
        assertThat(problems(SHORTEST + "[storage]\nmax_leter_mb = 5\n").getFirst().text().args())
                .containsExactly("max_leter_mb", "max-letter-mb");
        assertThat(problems(SHORTEST + "relay.use = \"x\"\n").getFirst().text().args())
                .containsExactly("use", "never, when-refused, always");
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_the_file() {
        String toml =
                """
                host-nam = "mail.example.org"
                domains = ["example.org", 5, "Example.net"]
                [[account]]
                address = "anna@example.org"
                quota-mb = "much"
                [[account]]
                address = "bert@example.com"
                enabled = "yes"
                [ports]
                smtp = { port = 993 }
                """;
        assertThat(problems(toml))
                .extracting(Problem::field, Problem::line, problem -> problem.text().key())
                .containsExactly(
                        tuple("host-name", 0, "problem.name.empty"),
                        tuple("host-nam", 1, "problem.toml.misspelt"),
                        tuple("domains[1]", 2, "problem.toml.wants-text"),
                        tuple("domains[2]", 2, "problem.name.write"),
                        tuple("account[0].quota-mb", 5, "problem.toml.wants-number"),
                        tuple("account[1].address", 7, "problem.address.foreign"),
                        tuple("account[1].enabled", 8, "problem.toml.wants-flag"),
                        tuple("ports.imaps.port", 9, "problem.port.twice"));
    }

    @Test
    void every_mistake_in_the_syntax_is_told_with_its_line() {
        assertThat(problems("host-name = \"a\ndomains = [\n\n[x\nformat = 1\nformat = 1\n"))
                .allSatisfy(
                        problem ->
                                assertThat(problem.text().key()).isEqualTo("problem.toml.syntax"))
                .extracting(Problem::line)
                .contains(1)
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_setting_that_is_there_twice_is_a_mistake() {
        assertProblem(SHORTEST + "format = 1\nformat = 1\n", "", 4, "problem.toml.syntax");
    }

    @Test
    void an_empty_file_lacks_two_things() {
        assertThat(problems("")).extracting(Problem::field).containsExactly("host-name", "domains");
    }

    @Test
    void a_file_that_is_too_large_is_not_read() {
        assertProblem("# " + "x".repeat(1_000_000), "", 0, "problem.toml.large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "{a=", "[{a=", "a.", "\"a\".", "[[", "= [", "'''\n'''["})
    void a_file_nested_ten_thousand_times_is_refused_without_harm(String part) {
        for (String start :
                List.of("", "x = ", SHORTEST + "x = ", "\"\"\"\"\" ", "'", "x = \"\\")) {
            List<Problem> problems = problems(start + part.repeat(10_000));
            assertThat(problems).isNotEmpty();
            assertThat(problems.getFirst().text().key()).startsWith("problem.toml.");
        }
    }

    @Test
    void quotes_and_comments_may_contain_any_number_of_brackets() {
        String brackets = "[{".repeat(100);
        assertThat(
                        problems(
                                SHORTEST
                                        + "# "
                                        + brackets
                                        + "\n[notifications]\naddress = \""
                                        + brackets
                                        + "\\\""
                                        + brackets
                                        + "\""))
                .extracting(problem -> problem.text().key())
                .containsExactly("problem.address.form");
        assertThat(problems(SHORTEST + "[notifications]\naddress = '''\n''" + brackets + "\n'''"))
                .extracting(problem -> problem.text().key())
                .containsExactly("problem.address.form");
    }

    @Test
    void the_largest_file_is_read_within_seconds() {
        StringBuilder toml = new StringBuilder(SHORTEST);
        for (int i = 0; toml.length() < Shape.MAX_SIZE - 100; i++) {
            toml.append("[[account]]\naddress = \"a").append(i).append("@example.org\"\n");
        }
        assertThat(valid(toml.toString()).accounts()).hasSizeGreaterThan(5_000);
    }

    @Test
    void a_file_with_random_damage_gives_an_answer_and_never_an_exception() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder toml = new StringBuilder(StationToml.write(Configs.random(seed)));
            for (int i = 0; i <= random.nextInt(4); i++) {
                damage(toml, random);
            }
            switch (StationToml.read(toml.toString())) {
                case Parsed.Valid<StationConfig>(StationConfig config) ->
                        assertThat(StationToml.read(StationToml.write(config)))
                                .isEqualTo(new Parsed.Valid<>(config));
                case Parsed.Invalid<StationConfig>(List<Problem> problems) -> {
                    assertThat(problems).isNotEmpty();
                    int lines = (int) toml.chars().filter(c -> c == '\n').count() + 1;
                    assertThat(problems)
                            .allMatch(problem -> problem.line() >= 0 && problem.line() <= lines);
                }
            }
        }
    }

    private static void damage(StringBuilder toml, Random random) {
        String odd = "\"'\\[]{}=.#\n\r\t\0 ,-+0eé\ud83d\ude00\ud83dTrue_";
        int at = random.nextInt(toml.length());
        int end = Math.min(toml.length(), at + random.nextInt(20));
        switch (random.nextInt(4)) {
            case 0 -> toml.delete(at, end);
            case 1 -> toml.insert(at, odd.charAt(random.nextInt(odd.length())));
            case 2 -> toml.setCharAt(at, odd.charAt(random.nextInt(odd.length())));
            default -> toml.insert(random.nextInt(toml.length()), toml.substring(at, end));
        }
    }

    private static void assertProblem(String toml, String field, int line, String key) {
        assertThat(problems(toml))
                .extracting(Problem::field, Problem::line, problem -> problem.text().key())
                .containsExactly(tuple(field, line, key));
    }

    private static List<Problem> problems(String toml) {
        return switch (StationToml.read(toml)) {
            case Parsed.Valid<StationConfig> valid -> throw new AssertionError("valid: " + valid);
            case Parsed.Invalid<StationConfig> invalid -> invalid.problems();
        };
    }

    private static StationConfig valid(String toml) {
        return switch (StationToml.read(toml)) {
            case Parsed.Valid<StationConfig> valid -> valid.value();
            case Parsed.Invalid<StationConfig> invalid ->
                    throw new AssertionError(invalid.toString());
        };
    }
}
