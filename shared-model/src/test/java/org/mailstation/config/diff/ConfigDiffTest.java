package org.mailstation.config.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.config.Configs.SMALL;
import static org.mailstation.config.diff.Told.told;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Backup;
import org.mailstation.config.Configs;
import org.mailstation.config.Ddns;
import org.mailstation.config.Language;
import org.mailstation.config.Network;
import org.mailstation.config.Notifications;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.config.Tls;

class ConfigDiffTest {
    private static final Account ANNA = SMALL.accounts().getFirst();
    private static final Account BERT = new Account("bert@example.org", "", 0, true);
    private static final Alias INFO = new Alias("info@example.org", List.of("anna@example.org"));
    private static final Relay RELAY =
            new Relay(Relay.Use.ALWAYS, "smtp.example.net", 465, Relay.Security.TLS, "me");
    private static final Ddns NOIP = new Ddns("noip", "x.ddns.example", "me", "");
    private static final Network DIRECT = new Network(Network.Line.DIRECT, Network.Address.STATIC);

    @ParameterizedTest
    @MethodSource("oneChange")
    void a_change_is_told_with_what_it_means(String part, Object from, Object to, String... told) {
        assertThat(told(Configs.with(SMALL, part, from), Configs.with(SMALL, part, to)))
                .containsExactly(told);
    }

    static Stream<Arguments> oneChange() {
        return Stream.of(
                        names(),
                        aliases(),
                        relays(),
                        lines(),
                        providers(),
                        certificates(),
                        limits(),
                        mailboxes(),
                        settingsOfMailboxes(),
                        forwardings())
                .flatMap(table -> table);
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                row(
                        "hostName",
                        "mail.example.org",
                        "box.example.org",
                        "host-name: change.host-name[mail.example.org, box.example.org]"
                                + " > effect.dns.follows[box.example.org] > effect.dns.mx[example.org, box.example.org]"
                                + " > effect.clients.host[box.example.org] > effect.certificate.new[box.example.org]"),
                row(
                        "domains",
                        List.of("a.example"),
                        List.of("a.example", "b.example"),
                        "domains: change.domain.added[b.example] > effect.dns.mx[b.example, mail.example.org]"),
                row(
                        "domains",
                        List.of("a.example", "b.example"),
                        List.of("b.example"),
                        "domains: change.domain.removed[a.example] > effect.domain.refused[a.example]"),
                row(
                        "domains",
                        List.of("a.example", "b.example"),
                        List.of("b.example", "a.example"),
                        "domains: change.order[b.example, a.example]"));
    }

    private static Stream<Arguments> aliases() {
        return Stream.of(
                row(
                        "aliases",
                        List.of(),
                        List.of(INFO),
                        "alias[0]: change.alias.added[info@example.org, anna@example.org]"),
                row(
                        "aliases",
                        List.of(INFO),
                        List.of(new Alias(INFO.address(), List.of("a@b.example", "c@d.example"))),
                        "alias[0].to: change.alias.to[info@example.org, anna@example.org, a@b.example, c@d.example]"),
                row(
                        "aliases",
                        List.of(INFO),
                        List.of(),
                        "alias: change.alias.removed[info@example.org] > effect.address.refused[info@example.org]"));
    }

    private static Stream<Arguments> relays() {
        return Stream.of(
                row(
                        "relay",
                        Relay.NONE,
                        RELAY,
                        "relay.use: change.relay.use[never, always] > effect.relay.always[smtp.example.net]",
                        "relay.host: change.relay.host[–, smtp.example.net]"
                                + " > effect.relay.password[me, smtp.example.net]",
                        "relay.port: change.relay.port[587, 465]",
                        "relay.security: change.relay.security[starttls, tls]",
                        "relay.user: change.relay.user[–, me] > effect.relay.password[me, smtp.example.net]"),
                row(
                        "relay",
                        RELAY,
                        new Relay(Relay.Use.NEVER, RELAY.host(), 465, Relay.Security.TLS, "me"),
                        "relay.use: change.relay.use[always, never] > effect.relay.never[]"),
                row(
                        "relay",
                        RELAY,
                        new Relay(
                                Relay.Use.WHEN_REFUSED,
                                RELAY.host(),
                                465,
                                Relay.Security.TLS,
                                "me"),
                        "relay.use: change.relay.use[always, when-refused]"
                                + " > effect.relay.when-refused[smtp.example.net]"));
    }

    private static Stream<Arguments> lines() {
        return Stream.of(
                row(
                        "network",
                        Network.USUAL,
                        DIRECT,
                        "network.line: change.network.line[behind-router, direct] > effect.network.direct[]",
                        "network.address: change.network.address[dynamic, static] > effect.network.static[]"),
                row(
                        "network",
                        DIRECT,
                        Network.USUAL,
                        "network.line: change.network.line[direct, behind-router] > effect.network.router[]",
                        "network.address: change.network.address[static, dynamic] > effect.network.dynamic[]"));
    }

    private static Stream<Arguments> providers() {
        return Stream.of(
                row(
                        "ddns",
                        Ddns.NONE,
                        NOIP,
                        "ddns.provider: change.ddns.provider[–, noip] > effect.ddns.password[noip]",
                        "ddns.host: change.ddns.host[–, x.ddns.example] > effect.ddns.host[x.ddns.example]",
                        "ddns.user: change.ddns.user[–, me] > effect.ddns.password[noip]"),
                row(
                        "ddns",
                        NOIP,
                        new Ddns("", "", "me", ""),
                        "ddns.provider: change.ddns.provider[noip, –] > effect.ddns.none[x.ddns.example]",
                        "ddns.host: change.ddns.host[x.ddns.example, –] > effect.ddns.none[x.ddns.example]"),
                row(
                        "ddns",
                        new Ddns("custom", "x.example", "", "https://a.example/"),
                        new Ddns("custom", "x.example", "", "https://b.example/"),
                        "ddns.server: change.ddns.server[https://a.example/, https://b.example/]"
                                + " > effect.ddns.password[custom]"));
    }

    private static Stream<Arguments> certificates() {
        return Stream.of(
                row(
                        "tls",
                        Tls.SELF_SIGNED,
                        new Tls(Tls.Source.FILES, "/c", "/k"),
                        "tls.source: change.tls.source[self-signed, files] > effect.certificate.files[mail.example.org]",
                        "tls.certificate-file: change.tls.certificate-file[–, /c]"
                                + " > effect.certificate.files[mail.example.org]",
                        "tls.key-file: change.tls.key-file[–, /k] > effect.certificate.files[mail.example.org]"),
                row(
                        "tls",
                        new Tls(Tls.Source.ACME, "", ""),
                        Tls.SELF_SIGNED,
                        "tls.source: change.tls.source[acme, self-signed]"
                                + " > effect.certificate.new[mail.example.org] > effect.certificate.self-signed[]"));
    }

    private static Stream<Arguments> limits() {
        return Stream.of(
                row(
                        "storage",
                        new Storage(50, 200),
                        new Storage(20, 300),
                        "storage.max-letter-mb: change.storage.max-letter-mb[50, 20] > effect.storage.letter[20]",
                        "storage.reserve-mb: change.storage.reserve-mb[200, 300] > effect.storage.reserve[300]"),
                row(
                        "storage",
                        new Storage(50, 200, List.of(80, 95)),
                        new Storage(50, 200, List.of(90)),
                        "storage.warn-at: change.storage.warn-at[80, 95, 90] > effect.storage.warn-at[]"),
                row(
                        "storage",
                        new Storage(50, 200, List.of(90)),
                        new Storage(50, 200, List.of()),
                        "storage.warn-at: change.storage.warn-at[90, –] > effect.storage.warn-at.never[]"),
                row(
                        "notifications",
                        Notifications.NOBODY,
                        new Notifications("a@b.example", Language.DE, false, "12h"),
                        "notifications.address: change.notifications.address[–, a@b.example]",
                        "notifications.language: change.notifications.language[en, de]",
                        "notifications.watch: change.notifications.watch.off[] > effect.notifications.watch.off[]",
                        "notifications.every: change.notifications.every[6h, 12h]"),
                row(
                        "notifications",
                        Notifications.NOBODY.looking(false, "6h"),
                        Notifications.NOBODY,
                        "notifications.watch: change.notifications.watch.on[] > effect.notifications.watch.on[]"),
                row(
                        "backup",
                        Backup.NONE,
                        new Backup("/b", "12h", 0),
                        "backup.to: change.backup.to[–, /b] > effect.backup.folder[/b]",
                        "backup.every: change.backup.every[1d, 12h]",
                        "backup.keep: change.backup.keep[14, 0]"),
                row(
                        "backup",
                        new Backup("/b", "1d", 0),
                        new Backup("ssh://a@b/c", "1d", 3),
                        "backup.to: change.backup.to[/b, ssh://a@b/c] > effect.backup.ssh[ssh://a@b/c]",
                        "backup.keep: change.backup.keep[0, 3] > effect.backup.keep[3]"),
                row(
                        "backup",
                        new Backup("/b", "1d", 3),
                        new Backup("", "1d", 3),
                        "backup.to: change.backup.to[/b, –] > effect.backup.none[]"));
    }

    private static Stream<Arguments> mailboxes() {
        return Stream.of(
                row(
                        "accounts",
                        List.of(ANNA),
                        List.of(ANNA, BERT),
                        "account[1]: change.account.added[bert@example.org] > effect.account.password[bert@example.org]"),
                row(
                        "accounts",
                        List.of(BERT, ANNA),
                        List.of(ANNA),
                        "account: change.account.removed[bert@example.org]"
                                + " > effect.account.kept[bert@example.org] > effect.address.refused[bert@example.org]"),
                row(
                        "accounts",
                        List.of(BERT, ANNA),
                        List.of(ANNA, BERT),
                        "account: change.order[anna@example.org, bert@example.org]"));
    }

    private static Stream<Arguments> settingsOfMailboxes() {
        return Stream.of(
                row(
                        "accounts",
                        List.of(BERT),
                        List.of(new Account(BERT.address(), "Bert", 0, true)),
                        "account[0].name: change.account.name[bert@example.org, –, Bert]"),
                row(
                        "accounts",
                        List.of(BERT),
                        List.of(new Account(BERT.address(), "", 5, true)),
                        "account[0].quota-mb: change.account.quota[bert@example.org, 5]"
                                + " > effect.account.quota[bert@example.org]"),
                row(
                        "accounts",
                        List.of(new Account(BERT.address(), "", 5, true)),
                        List.of(new Account(BERT.address(), "", 6, true)),
                        "account[0].quota-mb: change.account.quota[bert@example.org, 6]"),
                row(
                        "accounts",
                        List.of(new Account(BERT.address(), "", 5, false)),
                        List.of(BERT),
                        "account[0].quota-mb: change.account.quota.none[bert@example.org]",
                        "account[0].enabled: change.account.enabled[bert@example.org]"),
                row(
                        "accounts",
                        List.of(BERT),
                        List.of(new Account(BERT.address(), "", 0, false)),
                        "account[0].enabled: change.account.disabled[bert@example.org]"
                                + " > effect.account.disabled[bert@example.org]"),
                row(
                        "accounts",
                        List.of(BERT.opened(false)),
                        List.of(BERT.opened(false).refusing(true)),
                        "account[0].refuse-letters: change.account.refuses.on[bert@example.org]"),
                row(
                        "accounts",
                        List.of(BERT.opened(false).refusing(true)),
                        List.of(BERT.opened(false)),
                        "account[0].refuse-letters: change.account.refuses.off[bert@example.org]"));
    }

    private static Stream<Arguments> forwardings() {
        Account forwarding = BERT.forwarding(List.of("b@away.example"), true);
        return Stream.of(
                row(
                        "accounts",
                        List.of(BERT),
                        List.of(forwarding),
                        "account[0].forward-to: change.account.forward-to[bert@example.org, b@away.example]"
                                + " > effect.account.copy[bert@example.org]"),
                row(
                        "accounts",
                        List.of(forwarding),
                        List.of(forwarding.forwarding(forwarding.forwardTo(), false)),
                        "account[0].keep-copy: change.account.keep-copy.off[bert@example.org]"),
                row(
                        "accounts",
                        List.of(forwarding),
                        List.of(BERT),
                        "account[0].forward-to: change.account.forward-to.none[bert@example.org]"),
                row(
                        "accounts",
                        List.of(BERT),
                        List.of(BERT.savingSent(true)),
                        "account[0].save-sent: change.account.save-sent.on[bert@example.org]"));
    }

    @Test
    void with_a_fixed_address_the_record_to_publish_is_told() {
        StationConfig direct = Configs.with(SMALL, "network", DIRECT);
        assertThat(told(direct, Configs.with(direct, "hostName", "b.example.org")).getFirst())
                .contains("effect.dns.a[b.example.org]");
    }

    @Test
    void the_first_configuration_tells_everything_that_the_station_will_do() {
        assertThat(ConfigDiff.between(null, SMALL))
                .extracting(change -> change.sentence().key())
                .startsWith("change.host-name.first", "change.domain.added", "change.account.added")
                .filteredOn(key -> key.startsWith("change.ports.open."))
                .hasSize(7);
    }

    @Test
    void the_first_certificate_is_not_compared_with_one_before() {
        assertThat(told(null, SMALL).getFirst())
                .contains("effect.certificate.self-signed")
                .doesNotContain("effect.certificate.new");
    }

    @Test
    void there_is_no_change_exactly_if_two_configurations_are_equal() {
        RecordComponent[] parts = StationConfig.class.getRecordComponents();
        for (int seed = 0; seed < 100; seed++) {
            StationConfig one = Configs.random(seed);
            StationConfig two = Configs.random(seed + 1000);
            assertThat(ConfigDiff.between(one, one)).isEmpty();
            for (RecordComponent part : parts) {
                StationConfig mixed =
                        Configs.with(one, part.getName(), Configs.get(two, part.getName()));
                assertThat(ConfigDiff.between(one, mixed).isEmpty())
                        .as("seed %d, %s", seed, part)
                        .isEqualTo(one.equals(mixed));
            }
        }
    }

    @Test
    void every_change_has_its_words() {
        for (int seed = 0; seed < 200; seed++) {
            for (Change change :
                    ConfigDiff.between(Configs.random(seed), Configs.random(seed + 1000))) {
                Stream.concat(Stream.of(change.sentence()), change.effects().stream())
                        .forEach(
                                text ->
                                        assertThat(text.in(Locale.ENGLISH))
                                                .doesNotStartWith(text.key()));
            }
        }
    }

    private static Arguments row(Object what, Object from, Object to, String... told) {
        return Arguments.of(what, from, to, told);
    }
}
