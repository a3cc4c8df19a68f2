package org.mailstation.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.ddns.update.Web;

class RegistriesTest {
    private static final URI LIST = URI.create("https://list.example/dns.json");
    private static final URI PAGE = URI.create("https://rdap.example/v1/domain/example.org");
    private static final String SERVICES =
            """
            {"version": "1.0", "services": [
              [["net", "com"], ["https://other.example/"]],
              [["org"], ["http://rdap.example/v1", "https://rdap.example/v1"]]
            ]}
            """;

    private final Map<URI, Web.Answer> pages =
            new HashMap<>(Map.of(LIST, new Web.Answer.Reply(200, SERVICES)));

    private Registries.Answer ask(String domain) {
        Web web = request -> pages.getOrDefault(request.uri(), new Web.Answer.None("no way"));
        return new Registries(web, LIST).ask(domain);
    }

    @Test
    void the_registry_of_the_top_level_domain_tells() {
        pages.put(
                PAGE,
                new Web.Answer.Reply(
                        200,
                        """
                        {"objectClassName": "domain", "status": ["active", "Client Hold"], "events": [
                          {"eventAction": "last changed", "eventDate": "2025-05-01T00:00:00Z"},
                          {"eventAction": "registration", "eventDate": "2020-01-01T01:00:00+01:00"},
                          {"eventAction": "expiration", "eventDate": "2027-01-01T00:00:00Z"}]}
                        """));
        assertThat(ask("example.org"))
                .isEqualTo(
                        new Registries.Known(
                                new DomainLife(
                                        Instant.parse("2020-01-01T00:00:00Z"),
                                        Instant.parse("2027-01-01T00:00:00Z"),
                                        List.of("active", "client hold"))));
    }

    @Test
    void dates_that_are_missing_or_strange_have_not_been_told() {
        pages.put(
                PAGE,
                new Web.Answer.Reply(
                        200,
                        """
                        {"events": [{"eventAction": "expiration", "eventDate": "next year"}]}
                        """));
        assertThat(ask("example.org"))
                .isEqualTo(new Registries.Known(new DomainLife(null, null, List.of())));
        pages.put(PAGE, new Web.Answer.Reply(200, "{}"));
        assertThat(ask("example.org"))
                .isEqualTo(new Registries.Known(new DomainLife(null, null, List.of())));
    }

    @Test
    void a_part_of_a_domain_is_not_known_to_it() {
        pages.put(PAGE, new Web.Answer.Reply(404, ""));
        assertThat(ask("example.org")).isInstanceOf(Registries.NoSuchDomain.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"events\": 5}", "{\"status\": [{}]}"})
    void nonsense_is_no_answer(String body) {
        pages.put(PAGE, new Web.Answer.Reply(200, body));
        assertThat(ask("example.org")).isInstanceOf(Registries.CouldNotTell.class);
    }

    @Test
    void whoever_is_not_on_the_list_or_does_not_answer_says_nothing() {
        assertThat(ask("example.de")).isInstanceOf(Registries.CouldNotTell.class);
        assertThat(ask("example.org")).isEqualTo(new Registries.CouldNotTell("no way"));
        pages.put(PAGE, new Web.Answer.Reply(429, ""));
        assertThat(ask("example.org")).isEqualTo(new Registries.CouldNotTell("HTTP 429"));
        pages.remove(LIST);
        assertThat(ask("example.org")).isInstanceOf(Registries.CouldNotTell.class);
    }
}
