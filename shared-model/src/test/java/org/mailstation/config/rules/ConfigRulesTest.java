package org.mailstation.config.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.config.Configs.SMALL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Configs;
import org.mailstation.config.Ddns;
import org.mailstation.config.Notifications;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Problem;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.config.Tls;

class ConfigRulesTest {
    private static final Account ANNA = SMALL.accounts().getFirst();

    @Test
    void a_small_station_has_no_problem() {
        assertThat(ConfigRules.problems(SMALL)).isEmpty();
    }

    @Test
    void random_valid_stations_have_no_problem() {
        for (int seed = 0; seed < 300; seed++) {
            assertThat(ConfigRules.problems(Configs.random(seed))).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            '',                    problem.name.empty
            mail,                  problem.name.short
            192.168.1.2,           problem.name.number
            2001:db8::1,           problem.name.number
            [192.168.1.2],         problem.name.number
            mail.example.1,        problem.name.number
            Mail.example.org,      problem.name.write
            mail.example.org.,     problem.name.write
            ' mail.example.org',   problem.name.write
            müller.example,        problem.name.write
            mail..example.org,     problem.name.label
            .example.org,          problem.name.label
            -mail.example.org,     problem.name.label
            mail-.example.org,     problem.name.label
            mail_1.example.org,    problem.name.label
            mail/../x.example.org, problem.name.label
            '${jndi:x}.org',       problem.name.number
            'a b.example.org',     problem.name.label
            """)
    void a_host_name_that_cannot_be_is_refused(String name, String key) {
        assertProblem(host(name), "host-name", key);
    }

    @Test
    void a_host_name_has_at_most_253_characters_and_a_label_63() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));
        assertThat(ConfigRules.problems(host(longest))).isEmpty();
        assertProblem(host(longest + "a"), "host-name", "problem.name.long");
        assertProblem(host(label + "a.example.org"), "host-name", "problem.name.label");
        assertProblem(host("a\0b.example.org"), "host-name", "problem.name.label");
    }

    @Test
    void the_right_form_of_a_name_is_named() {
        assertThat(ConfigRules.problems(host("Müller.Example.")))
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.text().args())
                                        .containsExactly(
                                                "Müller.Example.", "xn--mller-kva.example"));
    }

    @Test
    void what_a_person_typed_is_shown_short_and_without_control_characters() {
        Problem problem =
                ConfigRules.problems(host("a\n\u001b[31m" + "x".repeat(10_000))).getFirst();
        assertThat(problem.text().args().getFirst())
                .hasSizeLessThan(100)
                .doesNotContain("\n", "\u001b");
    }

    @Test
    void there_is_at_least_one_domain_and_none_is_there_twice() {
        assertProblem(domains(), "domains", "problem.domains.none");
        assertProblem(domains("a.example", "a.example"), "domains[1]", "problem.domains.twice");
        assertProblem(domains("a.example", "nothing"), "domains[1]", "problem.name.short");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            '',                       problem.address.empty
            anna,                     problem.address.form
            @example.org,             problem.address.form
            anna@,                    problem.address.form
            Anna@example.org,         problem.address.case
            anna@Example.org,         problem.address.case
            .anna@example.org,        problem.address.characters
            anna.@example.org,        problem.address.characters
            an..na@example.org,       problem.address.characters
            ../anna@example.org,      problem.address.characters
            a/b@example.org,          problem.address.characters
            'an na@example.org',      problem.address.characters
            '"anna"@example.org',     problem.address.characters
            o'brien@example.org,      problem.address.characters
            '${jndi:a}@example.org',  problem.address.characters
            $(id)@example.org,        problem.address.characters
            -anna@example.org,        problem.address.characters
            an%na@example.org,        problem.address.characters
            an*na@example.org,        problem.address.characters
            a@b@example.org,          problem.address.characters
            änna@example.org,         problem.address.characters
            anna@192.168.1.2,         problem.name.number
            anna@other.example,       problem.address.foreign
            """)
    void a_mailbox_that_cannot_be_is_refused(String address, String key) {
        assertProblem(accounts(new Account(address, "", 0, true)), "account[0].address", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\r", "\n", "\t", "\u007f", "\u2028"})
    void control_characters_in_a_mailbox_are_refused(String control) {
        assertProblem(
                accounts(new Account("an" + control + "na@example.org", "", 0, true)),
                "account[0].address",
                "problem.address.characters");
        assertProblem(
                accounts(new Account("anna@example.org", "An" + control + "na", 0, true)),
                "account[0].name",
                "problem.account.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna.b", "anna+shop", "a_b-c", "1", "_x", "a=b~c"})
    void usual_mailboxes_are_taken(String local) {
        assertThat(ConfigRules.problems(accounts(new Account(local + "@example.org", "", 0, true))))
                .isEmpty();
    }

    @Test
    void a_local_part_has_at_most_64_characters() {
        assertThat(
                        ConfigRules.problems(
                                accounts(
                                        new Account("a".repeat(64) + "@example.org", "", 0, true))))
                .isEmpty();
        assertProblem(
                accounts(new Account("a".repeat(65) + "@example.org", "", 0, true)),
                "account[0].address",
                "problem.address.long");
    }

    @Test
    void a_mailbox_is_there_only_once_and_its_quota_is_in_range() {
        assertProblem(accounts(ANNA, ANNA), "account[1].address", "problem.address.twice");
        assertProblem(
                accounts(new Account(ANNA.address(), "", -1, true)),
                "account[0].quota-mb",
                "problem.range");
        assertProblem(
                accounts(new Account(ANNA.address(), "", 1_000_000_001, true)),
                "account[0].quota-mb",
                "problem.range");
    }

    @Test
    void an_alias_is_a_new_address_at_the_station_or_takes_everything_else() {
        assertThat(
                        ConfigRules.problems(
                                aliases(new Alias("@example.org", List.of(ANNA.address())))))
                .isEmpty();
        assertThat(
                        ConfigRules.problems(
                                aliases(
                                        new Alias(
                                                "x@example.org", List.of("o'b/x@other.example")))))
                .isEmpty();
        assertProblem(
                aliases(new Alias("@other.example", to())),
                "alias[0].address",
                "problem.address.foreign");
        assertProblem(aliases(new Alias("@", to())), "alias[0].address", "problem.name.empty");
        assertProblem(
                aliases(new Alias("x@other.example", to())),
                "alias[0].address",
                "problem.address.foreign");
        assertProblem(
                aliases(new Alias("a/b@example.org", to())),
                "alias[0].address",
                "problem.address.characters");
        assertProblem(
                aliases(new Alias(ANNA.address(), to())),
                "alias[0].address",
                "problem.alias.account");
        assertProblem(
                aliases(new Alias("x@example.org", to()), new Alias("x@example.org", to())),
                "alias[1].address",
                "problem.address.twice");
    }

    @Test
    void an_alias_leads_somewhere() {
        assertProblem(
                aliases(new Alias("x@example.org", List.of())),
                "alias[0].to",
                "problem.alias.nowhere");
        assertProblem(
                aliases(new Alias("x@example.org", List.of("y"))),
                "alias[0].to[0]",
                "problem.address.form");
        assertProblem(
                aliases(new Alias("x@example.org", List.of(ANNA.address(), ANNA.address()))),
                "alias[0].to[1]",
                "problem.alias.repeated");
        assertProblem(
                aliases(new Alias("x@example.org", List.of("nobody@example.org"))),
                "alias[0].to[0]",
                "problem.alias.unknown");
    }

    @Test
    void aliases_that_lead_round_in_a_circle_are_found_once() {
        assertProblem(
                aliases(new Alias("x@example.org", List.of("x@example.org"))),
                "alias[0].to",
                "problem.alias.circle");
        StationConfig three =
                aliases(
                        new Alias("a@example.org", List.of(ANNA.address(), "b@example.org")),
                        new Alias("b@example.org", List.of("c@example.org")),
                        new Alias("c@example.org", List.of("b@example.org")),
                        new Alias("d@example.org", List.of("a@example.org")));
        assertProblem(three, "alias[1].to", "problem.alias.circle");
        assertThat(ConfigRules.problems(three).getFirst().text().args())
                .containsExactly("b@example.org → c@example.org");
        assertProblem(
                aliases(
                        new Alias("@example.org", List.of("x@example.org")),
                        new Alias("x@example.org", List.of("y@example.org"))),
                "alias[0].to",
                "problem.alias.circle");
    }

    @Test
    void a_very_long_chain_of_aliases_is_no_problem() {
        List<Alias> chain = new ArrayList<>();
        IntStream.range(0, 3_000)
                .forEach(
                        i ->
                                chain.add(
                                        new Alias(
                                                "a" + i + "@example.org",
                                                List.of("a" + (i + 1) + "@example.org"))));
        chain.add(new Alias("a3000@example.org", to()));
        assertThat(ConfigRules.problems(aliases(chain.toArray(Alias[]::new)))).isEmpty();
    }

    @Test
    void a_relay_needs_a_host_when_it_is_used() {
        assertProblem(
                relay(new Relay(Relay.Use.ALWAYS, "", 587, Relay.Security.TLS, "")),
                "relay.host",
                "problem.name.empty");
        assertProblem(
                relay(new Relay(Relay.Use.NEVER, "x", 587, Relay.Security.TLS, "")),
                "relay.host",
                "problem.name.short");
        assertProblem(
                relay(new Relay(Relay.Use.NEVER, "", 0, Relay.Security.TLS, "")),
                "relay.port",
                "problem.range");
        assertProblem(
                relay(new Relay(Relay.Use.NEVER, "", 25, Relay.Security.TLS, "a\nb")),
                "relay.user",
                "problem.user");
    }

    @ParameterizedTest
    @CsvSource({"-1, 25, port", "65536, 25, port", "25, 0, external", "25, 65536, external"})
    void a_port_is_in_range(int number, int external, String key) {
        assertProblem(
                ports(Service.SMTP, new Port(number, external, Port.Open.LAN)),
                "ports.smtp." + key,
                "problem.range");
    }

    @Test
    void a_port_belongs_to_one_service() {
        assertProblem(
                ports(Service.IMAPS, new Port(25, 993, Port.Open.LAN)),
                "ports.imaps.port",
                "problem.port.twice");
        assertThat(ConfigRules.problems(ports(Service.IMAPS, new Port(25, 993, Port.Open.OFF))))
                .isEmpty();
        assertProblem(
                ports(Service.IMAPS, new Port(9930, 25, Port.Open.INTERNET)),
                "ports.imaps.external",
                "problem.port.external-twice");
        assertThat(ConfigRules.problems(ports(Service.IMAPS, new Port(9930, 25, Port.Open.LAN))))
                .isEmpty();
    }

    @Test
    void port_0_may_be_asked_for_by_every_service() {
        Ports ports = Ports.STANDARD;
        for (Service service : Service.values()) {
            ports = ports.with(service, new Port(0, service.standardPort(), Port.Open.INTERNET));
        }
        assertThat(ConfigRules.problems(SMALL.withPorts(ports))).isEmpty();
    }

    @Test
    void a_changing_address_needs_a_provider_and_a_name() {
        assertProblem(
                ddns(new Ddns("", "x.example.org", "", "")),
                "ddns.provider",
                "problem.ddns.provider-missing");
        assertProblem(ddns(new Ddns("noip", "", "", "")), "ddns.host", "problem.name.empty");
        assertProblem(
                ddns(new Ddns("No IP", "x.example.org", "", "")),
                "ddns.provider",
                "problem.ddns.provider");
        assertProblem(
                ddns(new Ddns("custom", "x.example.org", "", "")),
                "ddns.server",
                "problem.ddns.server");
        assertProblem(
                ddns(new Ddns("custom", "x.example.org", "", "http://d.example/")),
                "ddns.server",
                "problem.ddns.server");
        assertProblem(
                ddns(new Ddns("custom", "x.example.org", "", "https://a:b@d.example/")),
                "ddns.server",
                "problem.ddns.server");
        assertProblem(
                ddns(new Ddns("noip", "x.example.org", "", "https://d.example/")),
                "ddns.server",
                "problem.ddns.server-unused");
        assertProblem(
                ddns(new Ddns("noip", "x.example.org", "a\nb", "")), "ddns.user", "problem.user");
    }

    @Test
    void certificate_files_are_named_when_they_are_used_and_only_then() {
        assertThat(ConfigRules.problems(tls(new Tls(Tls.Source.FILES, "/a", "/b")))).isEmpty();
        assertProblem(
                tls(new Tls(Tls.Source.FILES, "", "/b")),
                "tls.certificate-file",
                "problem.tls.file");
        assertProblem(
                tls(new Tls(Tls.Source.FILES, "/a", "b")), "tls.key-file", "problem.tls.file");
        assertProblem(
                tls(new Tls(Tls.Source.ACME, "/a", "")),
                "tls.certificate-file",
                "problem.tls.unused");
    }

    @Test
    void limits_of_the_storage_are_sensible() {
        assertProblem(storage(new Storage(0, 200)), "storage.max-letter-mb", "problem.range");
        assertProblem(storage(new Storage(1001, 200)), "storage.max-letter-mb", "problem.range");
        assertProblem(storage(new Storage(50, 9)), "storage.reserve-mb", "problem.range");
    }

    @Test
    void notifications_go_to_an_address() {
        StationConfig config = Configs.with(SMALL, "notifications", new Notifications("nobody"));
        assertProblem(config, "notifications.address", "problem.address.form");
    }

    @Test
    void all_problems_are_told_at_once() {
        StationConfig config =
                StationConfig.minimal("", "x", List.of(new Account("", "", -1, true)));
        assertThat(ConfigRules.problems(config))
                .extracting(Problem::field)
                .containsExactly(
                        "host-name", "domains[0]", "account[0].address", "account[0].quota-mb");
    }

    private static void assertProblem(StationConfig config, String field, String key) {
        assertThat(ConfigRules.problems(config))
                .extracting(Problem::field, problem -> problem.text().key())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, key));
    }

    private static List<String> to() {
        return List.of(ANNA.address());
    }

    private static StationConfig host(String name) {
        return StationConfig.minimal(name, "example.org", SMALL.accounts());
    }

    private static StationConfig accounts(Account... accounts) {
        return SMALL.withAccounts(List.of(accounts));
    }

    private static StationConfig domains(String... domains) {
        return Configs.with(SMALL.withAccounts(List.of()), "domains", List.of(domains));
    }

    private static StationConfig aliases(Alias... aliases) {
        return Configs.with(SMALL, "aliases", List.of(aliases));
    }

    private static StationConfig relay(Relay relay) {
        return Configs.with(SMALL, "relay", relay);
    }

    private static StationConfig ddns(Ddns ddns) {
        return Configs.with(SMALL, "ddns", ddns);
    }

    private static StationConfig tls(Tls tls) {
        return Configs.with(SMALL, "tls", tls);
    }

    private static StationConfig storage(Storage storage) {
        return Configs.with(SMALL, "storage", storage);
    }

    private static StationConfig ports(Service service, Port port) {
        return SMALL.withPorts(Ports.STANDARD.with(service, port));
    }
}
