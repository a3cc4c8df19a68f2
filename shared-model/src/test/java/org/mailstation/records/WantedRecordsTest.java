package org.mailstation.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Configs;
import org.mailstation.config.Ddns;
import org.mailstation.config.Network;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

class WantedRecordsTest {
    static final InetAddress V4 = InetAddress.ofLiteral("198.51.100.7");
    static final InetAddress V6 = InetAddress.ofLiteral("2001:db8::7");
    static final SigningKey KEY = new SigningKey("ms1", "MIIB" + "x".repeat(388));

    static Home home(StationConfig config) {
        return new Home(config, KEY, List.of(V4, V6), Map.of());
    }

    private static List<String> lines(Home home) {
        return WantedRecords.of(home, Texts.NONE).list().stream()
                .map(one -> one.name() + " " + one.type() + " " + one.value())
                .toList();
    }

    private static List<String> notes(Home home) {
        return WantedRecords.of(home, Texts.NONE).notes().stream().map(Text::key).toList();
    }

    private static StationConfig ddns(StationConfig config, String provider, String host) {
        return Configs.with(config, "ddns", new Ddns(provider, host, "", ""));
    }

    @Test
    void a_usual_home_needs_these() {
        assertThat(lines(home(Configs.SMALL)))
                .containsExactly(
                        "mail.example.org A 198.51.100.7",
                        "mail.example.org AAAA 2001:db8:0:0:0:0:0:7",
                        "example.org MX 10 mail.example.org.",
                        "example.org TXT v=spf1 mx ~all",
                        "ms1._domainkey.example.org TXT v=DKIM1; k=rsa; p=" + KEY.publicKey(),
                        "_dmarc.example.org TXT v=DMARC1; p=none; rua=mailto:postmaster@example.org",
                        "_smtp._tls.example.org TXT v=TLSRPTv1; rua=mailto:postmaster@example.org",
                        "_imaps._tcp.example.org SRV 0 1 993 mail.example.org.",
                        "_submissions._tcp.example.org SRV 0 1 465 mail.example.org.",
                        "mail.example.org TXT v=spf1 a -all",
                        "7.100.51.198.in-addr.arpa PTR mail.example.org.",
                        "7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"
                                + " PTR mail.example.org.");
    }

    @Test
    void what_is_published_and_good_stays() {
        Texts texts =
                name ->
                        switch (name) {
                            case "example.org" -> List.of("other", "v=spf1 mx -all");
                            case "_dmarc.example.org" -> List.of("v=DMARC1; p=reject");
                            default -> List.of();
                        };
        assertThat(WantedRecords.of(home(Configs.SMALL), texts).list())
                .extracting(WantedRecord::value)
                .contains("v=spf1 mx -all", "v=DMARC1; p=reject");
    }

    @Test
    void the_address_of_a_ddns_name_is_the_station_s_own_business() {
        StationConfig config = ddns(Configs.SMALL, "cloudflare", "mail.example.org");
        WantedRecord address = WantedRecords.of(home(config), Texts.NONE).list().getFirst();
        assertThat(address.keeper()).isEqualTo(Keeper.STATION);
        assertThat(address.why().key()).isEqualTo("records.why.address.ddns");
        assertThat(notes(home(config))).containsExactly("records.note.no-mta-sts");
    }

    @Test
    void a_name_of_duck_dns_has_room_for_texts_only() {
        StationConfig plain =
                StationConfig.minimal("anna.duckdns.org", "anna.duckdns.org", List.of());
        StationConfig config = ddns(plain, "duckdns", "anna.duckdns.org");
        assertThat(WantedRecords.of(home(config), Texts.NONE).list())
                .extracting(WantedRecord::type)
                .doesNotContain(RecordType.MX, RecordType.SRV)
                .contains(RecordType.TXT);
        assertThat(notes(home(config))).containsExactly("records.note.ddns");
    }

    @Test
    void a_name_of_twodns_has_room_for_its_address_only() {
        StationConfig plain = StationConfig.minimal("anna.my-wan.de", "anna.my-wan.de", List.of());
        StationConfig config = ddns(plain, "twodns", "anna.my-wan.de");
        assertThat(WantedRecords.of(home(config), Texts.NONE).list())
                .extracting(WantedRecord::type)
                .containsOnly(RecordType.A, RecordType.AAAA, RecordType.PTR);
    }

    @Test
    void what_is_not_known_is_left_out_and_said() {
        Home home = new Home(Configs.SMALL, null, List.of(), Map.of());
        assertThat(WantedRecords.of(home, Texts.NONE).list())
                .extracting(WantedRecord::type)
                .doesNotContain(RecordType.A, RecordType.PTR);
        assertThat(notes(home))
                .containsExactly(
                        "records.note.no-address",
                        "records.note.no-dkim",
                        "records.note.no-mta-sts");
    }

    @Test
    void an_address_that_changes_wants_somebody_who_keeps_the_name() {
        assertThat(notes(home(Configs.SMALL))).contains("records.note.changing");
        Network steady = new Network(Network.Line.BEHIND_ROUTER, Network.Address.STATIC);
        assertThat(notes(home(Configs.with(Configs.SMALL, "network", steady))))
                .doesNotContain("records.note.changing");
    }

    @Test
    void behind_a_relay_the_name_of_the_own_address_does_not_matter() {
        Relay relay = new Relay(Relay.Use.ALWAYS, "relay.example", 587, Relay.Security.TLS, "anna");
        Home home = home(Configs.with(Configs.SMALL, "relay", relay));
        assertThat(WantedRecords.of(home, Texts.NONE).list())
                .extracting(WantedRecord::type)
                .doesNotContain(RecordType.PTR);
        assertThat(notes(home)).contains("records.note.relay");
    }

    @Test
    void the_id_of_a_policy_changes_with_it() {
        Home one = new Home(Configs.SMALL, KEY, List.of(V4), Map.of("example.org", "version: 1"));
        Home two = new Home(Configs.SMALL, KEY, List.of(V4), Map.of("example.org", "version: 2"));
        List<String> first = lines(one).stream().filter(it -> it.contains("STSv1")).toList();
        assertThat(first).singleElement().asString().matches(".*v=STSv1; id=[0-9a-f]{16};");
        assertThat(lines(two)).doesNotContainAnyElementsOf(first);
    }

    @Test
    void whose_certificates_come_by_acme_says_who_may_make_them() {
        StationConfig config = Configs.with(Configs.SMALL, "tls", new Tls(Tls.Source.ACME, "", ""));
        assertThat(lines(home(config)))
                .contains("mail.example.org CAA 0 issue \"letsencrypt.org\"");
    }
}
