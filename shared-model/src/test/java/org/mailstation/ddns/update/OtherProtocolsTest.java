package org.mailstation.ddns.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Secret;

/** Duck DNS, TwoDNS, FreeDNS and Cloudflare. */
class OtherProtocolsTest {
    private static final String RECORD =
            "{\"id\":\"r1\",\"type\":\"A\",\"content\":\"%s\",\"proxied\":%s,\"more\":{\"x\":1}}";

    private static Outcome ask(WebServer server, String provider, String host, String user) {
        Update update = WebServer.update(server.provider(provider), host, user, "s3cret");
        return DdnsClients.of(update.provider().protocol(), WebServer.web(), Duration.ofSeconds(5))
                .update(update);
    }

    private static Outcome answered(String provider, int status, String body) throws IOException {
        try (WebServer server = new WebServer(_ -> new WebServer.Said(status, body))) {
            return ask(server, provider, "a.example.org", "me@example.org");
        }
    }

    @Test
    void duck_dns_is_asked_with_label_and_token() throws IOException {
        try (WebServer server =
                new WebServer(_ -> new WebServer.Said(200, "OK\n44.128.0.77\n\nUPDATED"))) {
            assertThat(ask(server, "duckdns", "family.duckdns.org", ""))
                    .isEqualTo(new Outcome.Updated("44.128.0.77"));
            assertThat(server.asked.getFirst().target())
                    .isEqualTo("/update?domains=family&token=s3cret&ip=44.128.0.77&verbose=true");
        }
    }

    @Test
    void duck_dns_says_no_in_two_letters() throws IOException {
        assertThat(answered("duckdns", 200, "KO"))
                .isEqualTo(new Outcome.Refused(Refusal.BAD_AUTH_OR_NAME, "KO"));
        assertThat(answered("duckdns", 200, "OK\n44.128.0.77\n\nNOCHANGE"))
                .isEqualTo(new Outcome.Unchanged("44.128.0.77"));
        assertThat(answered("duckdns", 503, "")).isEqualTo(new Outcome.CouldNotTell("HTTP 503"));
    }

    @Test
    void two_dns_is_put_the_address_of_the_host() throws IOException {
        try (WebServer server = new WebServer(_ -> new WebServer.Said(200, "{}"))) {
            assertThat(ask(server, "twodns", "a.my-wan.de", "me@example.org"))
                    .isEqualTo(new Outcome.Updated("44.128.0.77"));
            WebServer.Asked asked = server.asked.getFirst();
            assertThat(asked.method() + asked.target()).isEqualTo("PUT/hosts/a.my-wan.de");
            assertThat(asked.body()).isEqualTo("{\"ip_address\":\"44.128.0.77\",\"ttl\":\"300\"}");
            assertThat(asked.login()).startsWith("Basic ");
        }
    }

    @Test
    void two_dns_answers_by_status() throws IOException {
        assertThat(answered("twodns", 401, ""))
                .isEqualTo(new Outcome.Refused(Refusal.BAD_AUTH, "HTTP 401"));
        assertThat(answered("twodns", 404, "no s3cret here"))
                .isEqualTo(new Outcome.Refused(Refusal.NO_SUCH_NAME, "HTTP 404 no ******** here"));
    }

    @Test
    void freedns_takes_the_address_of_the_connection() throws IOException {
        try (WebServer server =
                new WebServer(
                        _ -> new WebServer.Said(200, "Updated a.b to 44.128.0.77 in 0.1 s"))) {
            assertThat(ask(server, "freedns", "a.b", ""))
                    .isEqualTo(new Outcome.Updated("44.128.0.77"));
            assertThat(server.asked.getFirst().target()).isEqualTo("/u/s3cret/");
        }
        assertThat(answered("freedns", 200, "No IP change detected for a.b with IP 44.128.0.77"))
                .isEqualTo(new Outcome.Unchanged("44.128.0.77"));
        assertThat(answered("freedns", 404, "ERROR: Invalid update URL"))
                .isEqualTo(new Outcome.Refused(Refusal.BAD_AUTH, "ERROR: Invalid update URL"));
    }

    private static String ok(String result) {
        return "{\"success\":true,\"errors\":[],\"result\":" + result + "}";
    }

    /** A zone example.org with at most one record. */
    private static Function<WebServer.Asked, WebServer.Said> zone(String records) {
        return asked -> {
            String target = asked.target();
            if (target.startsWith("/client/v4/zones?")) {
                return new WebServer.Said(
                        200, ok(target.endsWith("=example.org") ? "[{\"id\":\"z1\"}]" : "[]"));
            }
            return new WebServer.Said(200, ok(asked.method().equals("GET") ? records : "{}"));
        };
    }

    @Test
    void cloudflare_changes_the_record_in_the_zone_above_the_name() throws IOException {
        try (WebServer server =
                new WebServer(zone("[" + RECORD.formatted("44.128.0.1", "false") + "]"))) {
            assertThat(ask(server, "cloudflare", "a.b.example.org", ""))
                    .isEqualTo(new Outcome.Updated("44.128.0.77"));
            assertThat(server.asked)
                    .extracting(asked -> asked.method() + " " + asked.target())
                    .containsExactly(
                            "GET /client/v4/zones?name=a.b.example.org",
                            "GET /client/v4/zones?name=b.example.org",
                            "GET /client/v4/zones?name=example.org",
                            "GET /client/v4/zones/z1/dns_records?type=A&name=a.b.example.org",
                            "PUT /client/v4/zones/z1/dns_records/r1");
            assertThat(server.asked.getLast().body())
                    .isEqualTo(
                            "{\"type\":\"A\",\"name\":\"a.b.example.org\","
                                    + "\"content\":\"44.128.0.77\",\"ttl\":60,\"proxied\":false}");
            assertThat(server.asked.getLast().login()).isEqualTo("Bearer s3cret");
        }
    }

    @Test
    void cloudflare_makes_a_record_where_there_is_none() throws IOException {
        try (WebServer server = new WebServer(zone("[]"))) {
            assertThat(ask(server, "cloudflare", "example.org", ""))
                    .isEqualTo(new Outcome.Updated("44.128.0.77"));
            assertThat(server.asked.getLast().method()).isEqualTo("POST");
        }
    }

    @Test
    void cloudflare_leaves_a_record_alone_that_is_right() throws IOException {
        try (WebServer server =
                new WebServer(zone("[" + RECORD.formatted("44.128.0.77", "false") + "]"))) {
            assertThat(ask(server, "cloudflare", "example.org", ""))
                    .isEqualTo(new Outcome.Unchanged("44.128.0.77"));
        }
    }

    @Test
    void a_name_that_hides_behind_cloudflare_is_brought_out() throws IOException {
        try (WebServer server =
                new WebServer(zone("[" + RECORD.formatted("44.128.0.77", "true") + "]"))) {
            assertThat(ask(server, "cloudflare", "example.org", ""))
                    .isInstanceOf(Outcome.Updated.class);
        }
    }

    @Test
    void cloudflare_says_no() throws IOException {
        String errors = "{\"success\":false,\"errors\":[{\"code\":%d}],\"result\":null}";
        assertThat(answered("cloudflare", 403, errors.formatted(10000)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.reason()).isEqualTo(Refusal.BAD_AUTH));
        assertThat(answered("cloudflare", 400, errors.formatted(6003)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.reason()).isEqualTo(Refusal.BAD_AUTH));
        assertThat(answered("cloudflare", 200, ok("[]")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.reason()).isEqualTo(Refusal.NO_SUCH_NAME));
    }

    @Test
    void an_answer_of_another_form_tells_nothing() throws IOException {
        for (String body :
                new String[] {"<html>", "[]", ok("{}"), ok("[1]"), ok("[{\"id\":\"../x\"}]")}) {
            assertThat(answered("cloudflare", 200, body))
                    .as(body)
                    .isInstanceOf(Outcome.CouldNotTell.class);
        }
    }

    @Test
    void freedns_is_told_both_addresses_at_two_doors() throws IOException {
        try (WebServer server =
                new WebServer(_ -> new WebServer.Said(200, "Updated a.b to ::1 in 0.1 s"))) {
            Update both =
                    new Update(
                            server.provider("freedns"),
                            "a.b",
                            "",
                            new Secret("s3cret"),
                            "",
                            (Inet4Address) InetAddress.ofLiteral("44.128.0.77"),
                            (Inet6Address) InetAddress.ofLiteral("2001:db8::1"));
            assertThat(new FreeDns(WebServer.web()).update(both))
                    .isInstanceOf(Outcome.Updated.class);
            assertThat(server.asked).hasSize(2);
        }
    }
}
