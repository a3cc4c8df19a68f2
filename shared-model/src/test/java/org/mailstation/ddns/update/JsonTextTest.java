package org.mailstation.ddns.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.control.Secret;

/** TXT records at Cloudflare and deSEC, against servers that keep them as theirs are said to. */
class JsonTextTest {
    private static final String NAME = "_acme-challenge.mail.example.org";
    private static final WebServer.Said MISSING =
            new WebServer.Said(404, "{\"detail\":\"Not found.\"}");

    /** Texts by name, in the form of each provider. */
    private final Map<String, List<String>> texts = new TreeMap<>();

    private final Map<String, String> ids = new TreeMap<>();
    private String token = "s3cret";

    private WebServer.Said answer(WebServer.Asked asked) {
        if (!asked.login().endsWith(" s3cret")) {
            return new WebServer.Said(
                    asked.target().startsWith("/api/v1") ? 401 : 403,
                    "{\"success\":false,\"detail\":\"no " + token + "\",\"errors\":[]}");
        }
        return asked.target().startsWith("/api/v1") ? desec(asked) : cloudflare(asked);
    }

    private WebServer.Said cloudflare(WebServer.Asked asked) {
        String path = asked.target().substring("/client/v4".length());
        String records = "/zones/z1/dns_records";
        if (path.equals("/zones?name=example.org")) {
            return ok("[{\"id\":\"z1\"}]");
        } else if (path.startsWith("/zones?name=")) {
            return ok("[]");
        } else if (path.startsWith(records + "?type=TXT&name=" + NAME)) {
            return ok(
                    ids.entrySet().stream()
                            .map(one -> record(one.getKey(), one.getValue()))
                            .collect(Collectors.joining(",", "[", "]")));
        } else if (asked.method().equals("POST") && path.equals(records)) {
            JsonObject body = JsonParser.parseString(asked.body()).getAsJsonObject();
            ids.put("r" + ids.size(), body.get("content").getAsString());
            return ok("{}");
        } else if (asked.method().equals("DELETE")) {
            ids.remove(path.substring(records.length() + 1));
            return ok("{}");
        }
        return MISSING;
    }

    private static WebServer.Said ok(String result) {
        return new WebServer.Said(200, "{\"success\":true,\"result\":" + result + "}");
    }

    private static String record(String id, String content) {
        JsonObject record = new JsonObject();
        record.addProperty("id", id);
        record.addProperty("content", content);
        return record.toString();
    }

    private WebServer.Said desec(WebServer.Asked asked) {
        String path = asked.target().substring("/api/v1".length());
        String sets = "/domains/example.org/rrsets/";
        if (path.startsWith("/domains/?owns_qname=")) {
            return new WebServer.Said(200, "[{\"name\":\"example.org\",\"minimum_ttl\":900}]");
        } else if (asked.method().equals("GET") && path.endsWith("/TXT/")) {
            String name = path.substring(sets.length(), path.length() - "/TXT/".length());
            List<String> found = texts.get(name);
            return found == null ? MISSING : new WebServer.Said(200, set(name, found).toString());
        } else if (asked.method().equals("PATCH") && path.equals(sets)) {
            JsonObject set =
                    JsonParser.parseString(asked.body()).getAsJsonArray().get(0).getAsJsonObject();
            List<String> records =
                    set.getAsJsonArray("records").asList().stream()
                            .map(one -> one.getAsString())
                            .toList();
            String name = set.get("subname").getAsString();
            if (records.isEmpty()) {
                texts.remove(name);
            } else {
                texts.put(name, records);
            }
            return new WebServer.Said(200, "[]");
        }
        return MISSING;
    }

    private static JsonObject set(String name, List<String> records) {
        JsonObject set = new JsonObject();
        set.addProperty("subname", name);
        JsonArray values = new JsonArray();
        records.forEach(values::add);
        set.add("records", values);
        return set;
    }

    private Outcome ask(String provider, boolean wanted, String value, String secret)
            throws IOException {
        try (WebServer server = new WebServer(this::answer)) {
            TextNote note =
                    new TextNote(
                            server.provider(provider),
                            "mail.example.org",
                            "",
                            new Secret(secret),
                            "",
                            NAME,
                            value);
            TextClient client =
                    Objects.requireNonNull(
                            TextClient.of(
                                    note.provider(), WebServer.web(), Duration.ofSeconds(20)));
            return wanted ? client.put(note) : client.remove(note);
        }
    }

    private List<String> kept(String provider) {
        return provider.equals("desec")
                ? texts.getOrDefault("_acme-challenge.mail", List.of())
                : List.copyOf(ids.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudflare", "desec"})
    void a_text_is_put_beside_others_and_taken_away_alone(String provider) throws IOException {
        assertThat(ask(provider, true, "first", "s3cret")).isEqualTo(new Outcome.Updated("first"));
        assertThat(ask(provider, true, "a \"proof\"", "s3cret"))
                .isEqualTo(new Outcome.Updated("a \"proof\""));
        assertThat(kept(provider)).containsExactly("\"first\"", "\"a \\\"proof\\\"\"");

        assertThat(ask(provider, true, "a \"proof\"", "s3cret"))
                .isEqualTo(new Outcome.Unchanged("a \"proof\""));
        assertThat(ask(provider, false, "a \"proof\"", "s3cret"))
                .isEqualTo(new Outcome.Updated("a \"proof\""));
        assertThat(kept(provider)).containsExactly("\"first\"");
        assertThat(ask(provider, false, "a \"proof\"", "s3cret"))
                .isEqualTo(new Outcome.Unchanged("a \"proof\""));
        ask(provider, false, "first", "s3cret");
        assertThat(kept(provider)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudflare", "desec"})
    void a_wrong_token_is_refused_and_not_told_on(String provider) throws IOException {
        token = "wr0ng";
        Outcome outcome = ask(provider, true, "proof", "wr0ng");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.reason()).isEqualTo(Refusal.BAD_AUTH));
        assertThat(outcome.technically()).doesNotContain("wr0ng");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | []                        | Refused",
                "200 | [{\"name\":\"other.test\"}] | CouldNotTell",
                "200 | <html>                    | CouldNotTell",
                "429 | {}                        | TryLater",
                "500 | {}                        | CouldNotTell"
            })
    void what_desec_says_instead_is_understood(int status, String body, String outcome)
            throws IOException {
        try (WebServer server = new WebServer(_ -> new WebServer.Said(status, body))) {
            TextNote note =
                    new TextNote(
                            server.provider("desec"),
                            "mail.example.org",
                            "",
                            new Secret("s3cret"),
                            "",
                            NAME,
                            "proof");
            assertThat(new DesecText(WebServer.web()).put(note).getClass().getSimpleName())
                    .isEqualTo(outcome);
        }
    }
}
