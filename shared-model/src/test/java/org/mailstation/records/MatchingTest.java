package org.mailstation.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Configs;
import org.mailstation.config.Service;
import org.mailstation.records.Comparison.State;

class MatchingTest {
    private static final Home HOME = WantedRecordsTest.home(Configs.SMALL);

    private static State state(WantedRecord wanted, String... published) {
        return Matching.compare(wanted, List.of(published)).state();
    }

    @Test
    void where_nothing_is_it_is_missing() {
        assertThat(state(Wanted.mx("example.org", "mail.example.org"))).isEqualTo(State.MISSING);
        assertThat(state(Wanted.tlsReport("example.org"), "v=spf1 -all", "other"))
                .isEqualTo(State.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "5 MAIL.example.org.,                       MATCHES",
        "10 mail.example.org.|20 old.example.org.,  DIFFERS",
        "10 old.example.org.,                       DIFFERS",
    })
    void the_rank_of_a_single_mx_says_nothing(String published, State state) {
        assertThat(state(Wanted.mx("example.org", "mail.example.org"), published.split("\\|")))
                .isEqualTo(state);
    }

    @Test
    void addresses_are_compared_as_such() {
        WantedRecord six = Wanted.address(HOME, WantedRecordsTest.V6);
        assertThat(state(six, "2001:db8:0:0::7")).isEqualTo(State.MATCHES);
        WantedRecord four = Wanted.address(HOME, WantedRecordsTest.V4);
        assertThat(state(four, "198.51.100.7", "198.51.100.8")).isEqualTo(State.DIFFERS);
    }

    @Test
    void the_order_of_an_spf_record_and_blanks_in_a_key_do_not_matter() {
        WantedRecord spf =
                Wanted.spf(HOME, "example.org", List.of("v=spf1 include:a.example mx -all"));
        assertThat(state(spf, "v=spf1 mx include:a.example -all")).isEqualTo(State.MATCHES);
        assertThat(state(spf, "v=spf1 mx -all")).isEqualTo(State.DIFFERS);
        WantedRecord key = Wanted.dkim("example.org", WantedRecordsTest.KEY);
        String spaced = "p=" + WantedRecordsTest.KEY.publicKey().replace("MIIB", "MI IB");
        assertThat(state(key, spaced)).isEqualTo(State.MATCHES);
        assertThat(state(key, "v=DKIM1; p=abc")).isEqualTo(State.DIFFERS);
    }

    @Test
    void a_place_for_reports_may_be_any() {
        WantedRecord report = Wanted.tlsReport("example.org");
        assertThat(state(report, "v=TLSRPTv1;rua=https://r.example/")).isEqualTo(State.MATCHES);
        assertThat(state(report, "v=TLSRPTv1; rua=")).isEqualTo(State.DIFFERS);
    }

    @Test
    void a_service_may_have_any_rank_but_must_lead_to_the_port() {
        WantedRecord srv = Wanted.srv(HOME, "example.org", Service.IMAPS);
        assertThat(state(srv, "10 5 993 mail.example.org.")).isEqualTo(State.MATCHES);
        assertThat(state(srv, "0 1 143 mail.example.org.")).isEqualTo(State.DIFFERS);
    }

    @Test
    void others_may_have_a_name_for_the_address_or_make_certificates_too() {
        WantedRecord ptr = Wanted.reverse(WantedRecordsTest.V4, "mail.example.org");
        assertThat(state(ptr, "Mail.Example.org.", "dsl.example.net.")).isEqualTo(State.MATCHES);
        assertThat(state(ptr, "dsl.example.net.")).isEqualTo(State.DIFFERS);
        WantedRecord caa = Wanted.caa("example.org");
        assertThat(state(caa, "0 issue \"other.example\"", "0 issue \"letsencrypt.org\""))
                .isEqualTo(State.MATCHES);
    }

    @Test
    void the_whole_is_complete_when_all_that_matters_is_certainly_there() {
        WantedRecord mx = Wanted.mx("example.org", "mail.example.org");
        Comparison report =
                new Comparison(Wanted.tlsReport("example.org"), State.MISSING, List.of());
        for (State state : State.values()) {
            Comparison one = new Comparison(mx, state, List.of());
            assertThat(new ComparedRecords(List.of(report, one), List.of()).complete())
                    .as(state.toString())
                    .isEqualTo(state == State.MATCHES);
        }
        assertThat(new ComparedRecords(List.of(), List.of()).complete()).isFalse();
    }
}
