package org.mailstation.config.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.config.Configs.SMALL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Account;
import org.mailstation.config.Backup;
import org.mailstation.config.Configs;
import org.mailstation.config.Ddns;
import org.mailstation.config.Language;
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
                ddns(new Ddns("nopi", "x.example.org", "", "")),
                "ddns.provider",
                "problem.ddns.provider");
        for (String server : List.of("", "https://ns.example.org", "dns://k:v@ns.example.org")) {
            assertProblem(
                    ddns(new Ddns("rfc2136", "x.example.org", "", server)),
                    "ddns.server",
                    "problem.ddns.name-server");
        }
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
        assertProblem(warn(0, 80), "storage.warn-at[0]", "problem.range");
        assertProblem(warn(80, 100), "storage.warn-at[1]", "problem.range");
        assertProblem(warn(80, 80), "storage.warn-at[1]", "problem.warn-at.order");
        assertProblem(warn(1, 2, 3, 4, 5, 6), "storage.warn-at", "problem.warn-at.many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/volumeUSB1/usbshare/mail", "ssh://anna@box.example:22/srv/mail"})
    void backups_go_to_a_folder_or_another_computer_or_nowhere(String place) {
        assertThat(ConfigRules.problems(backup(new Backup(place, "1d", 0)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "/a//b", "ftp://a@b/c", "ssh://box/c", "ssh://-o@box/c"})
    void backups_do_not_go_to(String place) {
        StationConfig config = backup(new Backup(place, "1d", 14));
        assertProblem(config, "backup.to", "problem.backup.to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0d", "5m", "1 d", "1000d", "-1h"})
    void backups_are_not_made_every(String time) {
        StationConfig config = backup(new Backup("/b", time, 14));
        assertProblem(config, "backup.every", "problem.backup.every");
    }

    @Test
    void as_many_backups_are_kept_as_there_can_be() {
        assertProblem(backup(new Backup("/b", "12h", -1)), "backup.keep", "problem.range");
        assertProblem(backup(new Backup("/b", "12h", 10_001)), "backup.keep", "problem.range");
    }

    @Test
    void notifications_go_to_an_address() {
        StationConfig config =
                Configs.with(SMALL, "notifications", Notifications.to("nobody", Language.EN));
        assertProblem(config, "notifications.address", "problem.address.form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "0h", "30m", "31d", "721h", "999d", "-1h"})
    void the_station_does_not_look_at_everything_every(String time) {
        StationConfig config = SMALL.withNotifications(Notifications.NOBODY.looking(true, time));
        assertProblem(config, "notifications.every", "problem.notifications.every");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h", "6h", "30d", "720h"})
    void the_station_looks_at_everything_every(String time) {
        StationConfig config = SMALL.withNotifications(Notifications.NOBODY.looking(false, time));
        assertThat(ConfigRules.problems(config)).isEmpty();
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

    private static StationConfig host(String name) {
        return StationConfig.minimal(name, "example.org", SMALL.accounts());
    }

    private static StationConfig domains(String... domains) {
        return Configs.with(SMALL.withAccounts(List.of()), "domains", List.of(domains));
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

    private static StationConfig warn(Integer... marks) {
        return storage(new Storage(50, 200, List.of(marks)));
    }

    private static StationConfig storage(Storage storage) {
        return Configs.with(SMALL, "storage", storage);
    }

    private static StationConfig backup(Backup backup) {
        return SMALL.withBackup(backup);
    }

    private static StationConfig ports(Service service, Port port) {
        return SMALL.withPorts(Ports.STANDARD.with(service, port));
    }
}
