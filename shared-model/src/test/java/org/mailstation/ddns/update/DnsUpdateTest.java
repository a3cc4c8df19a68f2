package org.mailstation.ddns.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.control.Secret;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class DnsUpdateTest {
    private static final String HOST = "myhome.dyn.example";
    private NameServer server;

    @BeforeEach
    void open() throws IOException {
        server = new NameServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Outcome update(String host, String user, String key) {
        return update(server.at(), host, user, key);
    }

    private static Outcome update(String at, String host, String user, String key) {
        return new DnsUpdate(Duration.ofSeconds(20))
                .update(
                        new Update(
                                WebServer.real("rfc2136"),
                                host,
                                user,
                                new Secret(key),
                                at,
                                (Inet4Address) InetAddress.ofLiteral("44.128.0.77"),
                                (Inet6Address) InetAddress.ofLiteral("2001:db8::1")));
    }

    private static void assertRefused(Outcome outcome, Refusal reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    @Test
    void both_records_are_replaced_in_the_zone_that_the_server_names() {
        assertThat(update(HOST, "ddns.", NameServer.KEY)).isInstanceOf(Outcome.Updated.class);
        assertThat(server.record(Type.A).rdataToString()).isEqualTo("44.128.0.77");
        assertThat(server.record(Type.A).getName().toString()).isEqualTo(HOST + ".");
        assertThat(server.record(Type.AAAA).rdataToString()).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void records_that_are_right_are_left_alone() {
        update(HOST, "ddns.", NameServer.KEY);
        server.refusal = Rcode.SERVFAIL;
        assertThat(update(HOST, "hmac-sha256:ddns.", NameServer.KEY))
                .isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void a_wrong_key_is_a_wrong_login() {
        assertRefused(update(HOST, "ddns.", "d3Jvbmc="), Refusal.BAD_AUTH);
        assertThat(server.records).isEmpty();
    }

    @Test
    void a_key_that_is_none_is_said_so_without_showing_it() {
        Outcome outcome = update(HOST, "ddns.", "#no base64#");
        assertRefused(outcome, Refusal.BAD_PARAMETER);
        assertThat(outcome.technically()).doesNotContain("base64#");
        assertRefused(update(HOST, "md99:ddns.", NameServer.KEY), Refusal.BAD_PARAMETER);
    }

    @Test
    void a_name_outside_its_zones_is_unknown_there() {
        assertRefused(update("a.example.org", "ddns.", NameServer.KEY), Refusal.NO_SUCH_NAME);
    }

    @ParameterizedTest
    @CsvSource({"5, NOT_YOURS", "9, BAD_AUTH", "10, NO_SUCH_NAME"})
    void what_the_server_refuses_is_a_refusal(int code, Refusal reason) {
        server.refusal = code;
        assertRefused(update(HOST, "ddns.", NameServer.KEY), reason);
    }

    @Test
    void trouble_of_the_server_passes() {
        server.refusal = Rcode.SERVFAIL;
        assertThat(update(HOST, "ddns.", NameServer.KEY)).isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void an_answer_that_anybody_may_have_given_proves_nothing() {
        server.signs = false;
        assertThat(update(HOST, "ddns.", NameServer.KEY)).isInstanceOf(Outcome.CouldNotTell.class);
    }

    @Test
    void a_server_that_is_away_is_no_answer() throws IOException {
        // bound, but it does not listen: one that was closed a moment ago may take one more
        // question
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String at = "dns://127.0.0.1:" + silent.getLocalPort();
            assertThat(update(at, HOST, "ddns.", NameServer.KEY))
                    .isInstanceOf(Outcome.CouldNotTell.class);
        }
    }
}
