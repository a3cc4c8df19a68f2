package org.mailstation.ddns.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Secret;
import org.mailstation.ddns.Protocol;
import org.mailstation.ddns.Provider;
import org.xbill.DNS.Type;

class TextClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "_acme-challenge.myhome.dyn.example";

    private static TextNote note(Provider provider, String user, String secret, String server) {
        return new TextNote(
                provider, "myhome.dyn.example", user, new Secret(secret), server, NAME, "a proof");
    }

    private static TextClient client(Protocol protocol) {
        String id = protocol == Protocol.RFC2136 ? "rfc2136" : "duckdns";
        return Objects.requireNonNull(
                TextClient.of(WebServer.real(id), new JdkWeb("test", PATIENCE), PATIENCE));
    }

    @Test
    void a_name_server_takes_the_record_and_gives_it_up_again() throws IOException {
        try (NameServer server = new NameServer()) {
            TextNote note = note(WebServer.real("rfc2136"), "ddns.", NameServer.KEY, server.at());

            assertThat(client(Protocol.RFC2136).put(note))
                    .isEqualTo(new Outcome.Updated("a proof"));
            assertThat(server.record(Type.TXT).rdataToString()).isEqualTo("\"a proof\"");
            assertThat(server.record(Type.TXT).getName().toString()).isEqualTo(NAME + ".");

            assertThat(client(Protocol.RFC2136).remove(note)).isInstanceOf(Outcome.Updated.class);
            assertThat(server.records).isEmpty();
        }
    }

    @Test
    void a_name_server_that_knows_another_key_refuses() throws IOException {
        try (NameServer server = new NameServer()) {
            TextNote note = note(WebServer.real("rfc2136"), "ddns.", "d3Jvbmc=", server.at());

            assertThat(client(Protocol.RFC2136).put(note))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            no -> assertThat(no.reason()).isEqualTo(Refusal.BAD_AUTH));
        }
    }

    @Test
    void a_server_address_that_is_none_is_said_so_without_the_secret() {
        Outcome outcome =
                client(Protocol.RFC2136)
                        .put(note(WebServer.real("rfc2136"), "ddns.", "s3cret", "nowhere"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.reason()).isEqualTo(Refusal.BAD_PARAMETER));
        assertThat(outcome.technically()).doesNotContain("s3cret");
    }

    @Test
    void duck_dns_is_told_the_text_and_then_to_clear_it() throws IOException {
        try (WebServer server = new WebServer(_ -> new WebServer.Said(200, "OK"))) {
            TextNote note =
                    new TextNote(
                            server.provider("duckdns"),
                            "family.duckdns.org",
                            "",
                            new Secret("s3cret"),
                            "",
                            "_acme-challenge.family.duckdns.org",
                            "a proof");

            assertThat(client(Protocol.DUCKDNS).put(note))
                    .isEqualTo(new Outcome.Updated("a proof"));
            client(Protocol.DUCKDNS).remove(note);

            assertThat(server.asked)
                    .extracting(WebServer.Asked::target)
                    .containsExactly(
                            "/update?domains=family&token=s3cret&txt=a%20proof&verbose=true",
                            "/update?domains=family&token=s3cret&txt=a%20proof&clear=true&verbose=true");
        }
    }

    @Test
    void duck_dns_says_no_without_telling_the_token_on() throws IOException {
        try (WebServer server = new WebServer(_ -> new WebServer.Said(200, "KO s3cret"))) {
            TextNote note = note(server.provider("duckdns"), "", "s3cret", "");
            assertThat(client(Protocol.DUCKDNS).put(note).technically()).doesNotContain("s3cret");
        }
    }

    @Test
    void a_provider_that_knows_addresses_only_has_no_client() {
        assertThat(TextClient.of(WebServer.real("noip"), new JdkWeb("test", PATIENCE), PATIENCE))
                .isNull();
    }
}
