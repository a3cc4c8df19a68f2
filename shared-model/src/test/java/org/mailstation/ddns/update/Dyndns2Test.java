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

class Dyndns2Test {
    private static final String HOST = "a.ddns.example";
    private WebServer.Said said = new WebServer.Said(200, "good 44.128.0.77");
    private WebServer server;

    @BeforeEach
    void open() throws IOException {
        server = new WebServer(_ -> said);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Outcome update(String provider) {
        return new Dyndns2(WebServer.web())
                .update(WebServer.update(server.provider(provider), HOST, "me", "pä:ss w"));
    }

    @Test
    void the_request_names_host_address_login_and_program() {
        assertThat(update("noip")).isEqualTo(new Outcome.Updated("44.128.0.77"));
        assertThat(server.asked)
                .containsExactly(
                        new WebServer.Asked(
                                "GET",
                                "/nic/update?hostname=a.ddns.example&myip=44.128.0.77",
                                "Basic bWU6cMOkOnNzIHc=",
                                "MailStation test/1 me@example.org",
                                ""));
    }

    @Test
    void both_addresses_travel_in_one_request() {
        Update update =
                new Update(
                        server.provider("dyn"),
                        HOST,
                        "me",
                        new Secret("s"),
                        "",
                        (Inet4Address) InetAddress.ofLiteral("44.128.0.77"),
                        (Inet6Address) InetAddress.ofLiteral("2001:db8::1"));
        new Dyndns2(WebServer.web()).update(update);
        assertThat(server.asked.getFirst().target())
                .isEqualTo(
                        "/v3/update?hostname=a.ddns.example"
                                + "&myip=44.128.0.77%2C2001%3Adb8%3A0%3A0%3A0%3A0%3A0%3A1");
    }

    @ParameterizedTest
    @CsvSource({
        "badauth, BAD_AUTH",
        "!donator, NOT_PAID",
        "notfqdn, NOT_A_NAME",
        "nohost, NO_SUCH_NAME",
        "!yours, NOT_YOURS",
        "!active, NOT_ACTIVE",
        "numhost, TOO_MANY_NAMES",
        "abuse, ABUSE",
        "badagent, BAD_AGENT",
        "badsys, BAD_PARAMETER",
        "good 127.0.0.1, BAD_AGENT",
    })
    void a_fatal_code_is_a_refusal_of_its_own(String code, Refusal reason) {
        said = new WebServer.Said(200, code + "\r\n");
        assertThat(update("noip")).isEqualTo(new Outcome.Refused(reason, code));
    }

    @ParameterizedTest
    @CsvSource({"911", "dnserr", "911 maintenance"})
    void trouble_at_the_provider_means_half_an_hour(String code) {
        said = new WebServer.Said(200, code);
        assertThat(update("noip")).isEqualTo(new Outcome.TryLater(Duration.ofMinutes(30), code));
    }

    @Test
    void an_address_that_was_there_already_is_unchanged() {
        said = new WebServer.Said(200, "nochg 44.128.0.77");
        assertThat(update("noip")).isEqualTo(new Outcome.Unchanged("44.128.0.77"));
    }

    @Test
    void the_status_counts_where_the_words_say_nothing() {
        said = new WebServer.Said(401, "<html>who are you</html>");
        assertThat(update("strato"))
                .isEqualTo(new Outcome.Refused(Refusal.BAD_AUTH, "HTTP 401 " + said.body()));
        said = new WebServer.Said(404, "");
        assertThat(update("desec"))
                .isEqualTo(new Outcome.Refused(Refusal.NO_SUCH_NAME, "HTTP 404"));
        said = new WebServer.Said(429, "");
        assertThat(update("desec"))
                .isEqualTo(new Outcome.TryLater(Duration.ofMinutes(30), "HTTP 429"));
        said = new WebServer.Said(502, "bad gateway");
        assertThat(update("noip")).isEqualTo(new Outcome.CouldNotTell("HTTP 502 bad gateway"));
        said = new WebServer.Said(200, "hello");
        assertThat(update("noip")).isEqualTo(new Outcome.CouldNotTell("HTTP 200 hello"));
        said = new WebServer.Said(401, "badagent");
        assertThat(update("noip")).isEqualTo(new Outcome.Refused(Refusal.BAD_AGENT, "badagent"));
    }

    @Test
    void a_server_that_leads_elsewhere_is_not_followed() {
        said = new WebServer.Said(302, "");
        assertThat(update("noip")).isEqualTo(new Outcome.CouldNotTell("HTTP 302"));
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void a_custom_server_is_asked_at_its_own_address() {
        Update update =
                new Update(
                        WebServer.real("custom"),
                        HOST,
                        "me",
                        new Secret("s"),
                        server.at() + "/my/update?zone=1",
                        (Inet4Address) InetAddress.ofLiteral("44.128.0.77"),
                        null);
        assertThat(new Dyndns2(WebServer.web()).update(update))
                .isEqualTo(new Outcome.Updated("44.128.0.77"));
        assertThat(server.asked.getFirst().target())
                .isEqualTo("/my/update?zone=1&hostname=a.ddns.example&myip=44.128.0.77");
    }

    @Test
    void a_secret_that_is_echoed_stays_hidden() {
        said = new WebServer.Said(200, "no p\u00e4:ss w\u0007 p%C3%A4%3Ass+w " + "x".repeat(500));
        Outcome outcome = update("noip");
        assertThat(outcome.technically())
                .contains("no ********? ********")
                .doesNotContain("ss w", "%C3")
                .hasSizeLessThan(180);
    }

    @Test
    void nobody_at_the_other_end_is_no_answer() throws IOException {
        // bound, but it does not listen: nobody else gets the port meanwhile
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            java.net.URI nobody =
                    java.net.URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/?t=s");
            Web.Answer answer = WebServer.web().send(Web.Request.get(nobody));
            assertThat(answer).isInstanceOf(Web.Answer.None.class);
            assertThat(answer.toString()).contains("ConnectException").doesNotContain("t=s");
        }
    }

    @Test
    void a_secret_never_travels_in_clear_to_another_computer() {
        Web.Answer answer =
                WebServer.web().send(Web.Request.get(java.net.URI.create("http://192.0.2.1/?t=s")));
        assertThat(answer).isEqualTo(new Web.Answer.None("only https is spoken"));
    }

    @Test
    void neither_update_nor_request_shows_the_secret() {
        Update update = WebServer.update(server.provider("duckdns"), HOST, "", "tok3n");
        assertThat(update.toString()).doesNotContain("tok3n");
        assertThat(
                        Web.Request.get(
                                        java.net.URI.create(
                                                update.provider().update().fill(update.values())))
                                .toString())
                .isEqualTo("GET 127.0.0.1");
    }
}
