package org.mailstation.daemon.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.mailstation.ddns.update.Web;
import org.mailstation.probe.RecordType;

/** What the two standards together demand of one server. */
class AssurancesTest {
    private static final String KEY = "ab".repeat(32);

    private final ProvenNames names =
            new ProvenNames()
                    .has("away.test", RecordType.MX, "10 mx.away.test.")
                    .has("mx.away.test", RecordType.A, "192.0.2.25");
    private String policy = "";

    private Demand demand(String host) throws NotSecureException {
        Web web =
                _ ->
                        policy.isEmpty()
                                ? new Web.Answer.Reply(404, "")
                                : new Web.Answer.Reply(200, policy);
        Clock noon = Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);
        return new Assurances(names, names, web, new ConcurrentHashMap<>(), noon)
                .towards("away.test")
                .of(host);
    }

    private void publish(String mode, String mx) {
        names.has("_mta-sts.away.test", RecordType.TXT, "v=STSv1; id=1;");
        policy = "version: STSv1\nmode: " + mode + "\nmx: " + mx + "\nmax_age: 86400\n";
    }

    private void tlsa(String line) {
        names.has("_25._tcp.mx.away.test", RecordType.TLSA, line);
    }

    @Test
    void a_domain_that_says_nothing_demands_nothing() throws Exception {
        assertThat(demand("mx.away.test")).isEqualTo(new Demand.Nothing());
    }

    @Test
    void a_proven_record_is_demanded_for_the_server_and_for_the_domain() throws Exception {
        tlsa("3 1 1 " + KEY);
        tlsa("0 1 1 " + KEY);

        assertThat(demand("MX.away.test"))
                .isEqualTo(
                        new Demand.Keyed(
                                List.of(new Tlsa(false, true, "SHA-256", KEY)),
                                List.of("mx.away.test", "away.test")));
    }

    @Test
    void records_that_say_nothing_useful_still_demand_encryption() throws Exception {
        tlsa("1 1 1 " + KEY);

        assertThat(demand("mx.away.test")).isEqualTo(new Demand.Encrypted());
    }

    @Test
    void what_is_not_proven_from_the_domain_to_the_record_is_never_taken_for_secure()
            throws Exception {
        tlsa("3 1 1 " + KEY);
        for (String name : List.of("_25._tcp.mx.away.test", "mx.away.test", "away.test")) {
            names.isUnproven(name);
            assertThat(demand("mx.away.test")).as(name).isEqualTo(new Demand.Nothing());
        }
    }

    @Test
    void a_domain_whose_proof_cannot_be_had_at_all_gets_its_letters_as_ever() throws Exception {
        names.isBogus("away.test");
        tlsa("3 1 1 " + KEY);

        assertThat(demand("mx.away.test")).isEqualTo(new Demand.Nothing());
    }

    @Test
    void hidden_records_of_a_proven_server_stop_the_letter() {
        names.isBogus("_25._tcp.mx.away.test");

        assertThatThrownBy(() -> demand("mx.away.test"))
                .isInstanceOf(NotSecureException.class)
                .hasMessageContaining("TLSA");
    }

    @Test
    void the_record_counts_that_stands_where_an_alias_leads() throws Exception {
        names.isAlias("mx.away.test", "real.away.test")
                .has("real.away.test", RecordType.A, "192.0.2.25")
                .has("_25._tcp.real.away.test", RecordType.TLSA, "3 1 1 " + KEY);

        assertThat(demand("mx.away.test"))
                .isInstanceOfSatisfying(
                        Demand.Keyed.class,
                        keyed ->
                                assertThat(keyed.names())
                                        .containsExactly("real.away.test", "away.test"));
    }

    @Test
    void an_enforced_policy_demands_a_name_and_shuts_others_out() throws Exception {
        publish("enforce", "*.away.test");

        assertThat(demand("mx.away.test")).isEqualTo(new Demand.Named(Protection.MTA_STS));
        assertThatThrownBy(() -> demand("mx.evil.test"))
                .isInstanceOf(NotSecureException.class)
                .hasMessageContaining("does not name this server");
        assertThatThrownBy(() -> demand("a.mx.away.test")).isInstanceOf(NotSecureException.class);
    }

    @Test
    void a_policy_that_is_a_test_or_off_stops_nothing() throws Exception {
        publish("testing", "other.test");
        assertThat(demand("mx.away.test")).isEqualTo(new Demand.Nothing());

        publish("none", "other.test");
        names.forgets("_mta-sts.away.test", RecordType.TXT);
        publish("none", "other.test");
        assertThat(demand("mx.away.test")).isEqualTo(new Demand.Nothing());
    }

    @Test
    void signed_records_come_before_a_policy() throws Exception {
        publish("enforce", "other.test");
        tlsa("3 1 1 " + KEY);

        assertThat(demand("mx.away.test")).isInstanceOf(Demand.Keyed.class);
    }
}
