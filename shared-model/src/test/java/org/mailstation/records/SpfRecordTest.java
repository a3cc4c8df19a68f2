package org.mailstation.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Configs;
import org.mailstation.config.Network;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;

class SpfRecordTest {
    private static Home home(Relay.Use use, String relay) {
        Relay way = new Relay(use, relay, 587, Relay.Security.STARTTLS, "anna");
        return home(Configs.with(Configs.SMALL, "relay", way));
    }

    private static Home home(StationConfig config) {
        return new Home(config, null, List.of(InetAddress.ofLiteral("198.51.100.7")), Map.of());
    }

    private static String wanted(Home home, String... existing) {
        return SpfRecord.wanted(home, "example.org", List.of(existing));
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER,        '',                                     v=spf1 mx ~all",
        "WHEN_REFUSED, smtp.gmail.com,                         v=spf1 mx include:_spf.google.com ~all",
        "ALWAYS,       email-smtp.eu-west-1.amazonaws.com,     v=spf1 include:amazonses.com ~all",
        "ALWAYS,       relay.example.net,                      v=spf1 a:relay.example.net ~all",
        "ALWAYS,       notgmail.com,                           v=spf1 a:notgmail.com ~all",
    })
    void it_names_the_ways_that_letters_take(Relay.Use use, String relay, String record) {
        assertThat(wanted(home(use, relay))).isEqualTo(record);
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 include:other.example -all,   v=spf1 mx include:other.example -all",
        "v=spf1 ip4:192.0.2.0/24 ?all,        v=spf1 mx ip4:192.0.2.0/24 ~all",
        "v=spf1 +all,                         v=spf1 mx ~all",
        "v=spf1 -mx ~all,                     v=spf1 mx ~all",
        "v=spf1 a ipv4:192.0.2.1 ~all,        v=spf1 mx a ~all",
        "v=spf1 ~all exp=why.example.net,     v=spf1 mx ~all exp=why.example.net",
        "v=spf1 redirect=_spf.example.net,    v=spf1 mx redirect=_spf.example.net",
        "v=spf1,                              v=spf1 mx ~all",
    })
    void what_others_were_allowed_is_kept_and_what_is_wrong_is_not(String existing, String record) {
        assertThat(wanted(home(Configs.SMALL), existing)).isEqualTo(record);
    }

    @Test
    void several_records_become_one() {
        assertThat(wanted(home(Configs.SMALL), "v=spf1 include:a.example ~all", "v=spf1 mx A -all"))
                .isEqualTo("v=spf1 mx include:a.example A ~all");
    }

    @Test
    void a_record_that_says_all_of_it_stays_letter_by_letter() {
        for (String good :
                List.of(
                        "v=spf1 include:a.example MX  -all",
                        "v=spf1 a:mail.example.org +ip4:192.0.2.1 ~all")) {
            assertThat(wanted(home(Configs.SMALL), good)).isEqualTo(good);
        }
    }

    @Test
    void an_address_that_stays_may_be_named_itself() {
        String record = "v=spf1 ip4:198.51.100.7 -all";
        assertThat(wanted(home(Configs.SMALL), record))
                .isEqualTo("v=spf1 mx ip4:198.51.100.7 -all");
        Network steady = new Network(Network.Line.BEHIND_ROUTER, Network.Address.STATIC);
        assertThat(wanted(home(Configs.with(Configs.SMALL, "network", steady)), record))
                .isEqualTo(record);
    }

    @Test
    void a_domain_that_is_the_host_itself_needs_no_mx_record_for_it() {
        StationConfig config =
                StationConfig.minimal("home.example.org", "home.example.org", List.of());
        assertThat(SpfRecord.wanted(home(config), "home.example.org", List.of()))
                .isEqualTo("v=spf1 a ~all");
    }

    @Test
    void with_too_many_look_ups_only_what_costs_none_is_kept() {
        assertThat(
                        SpfRecord.shortened(
                                home(Configs.SMALL),
                                "example.org",
                                List.of(
                                        "v=spf1 include:a.example ip6:2001:db8::/32 a exists:b.example -all")))
                .isEqualTo("v=spf1 mx ip6:2001:db8::/32 -all");
    }
}
