package org.mailstation.registry;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.ddns.update.Web;

/**
 * Asks registries.
 *
 * @param list where the list is that says which registry has which names (RFC 9224)
 */
public record Registries(Web web, URI list) {
    /** What is known of a domain. */
    public sealed interface Answer {}

    public record Known(DomainLife life) implements Answer {}

    /** The registry has no such domain: it may be a part of one. */
    public record NoSuchDomain() implements Answer {}

    /**
     * Nobody can say: not every registry takes such questions.
     *
     * @param detail in technical words
     */
    public record CouldNotTell(String detail) implements Answer {}

    /** Asks; takes some seconds. */
    public Answer ask(String domain) {
        try {
            URI registry = registry(domain.substring(domain.lastIndexOf('.') + 1));
            return registry == null
                    ? new CouldNotTell("no registry for " + domain)
                    : read(registry.resolve("domain/" + domain));
        } catch (JsonParseException
                | ClassCastException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException wrong) {
            // Gson says so if something is of another kind than expected
            return new CouldNotTell("not RDAP: " + wrong.getClass().getSimpleName());
        }
    }

    private @Nullable URI registry(String top) {
        if (!(web.send(Web.Request.get(list)) instanceof Web.Answer.Reply(var status, var body))
                || status != 200) {
            return null;
        }
        for (JsonElement service :
                JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("services")) {
            JsonArray pair = service.getAsJsonArray();
            boolean ours =
                    strings(pair.get(0).getAsJsonArray()).stream().anyMatch(top::equalsIgnoreCase);
            if (ours) {
                return strings(pair.get(1).getAsJsonArray()).stream()
                        // never less protected than the list itself
                        .filter(
                                url ->
                                        url.startsWith("https://")
                                                || url.startsWith(list.getScheme() + "://"))
                        .map(url -> URI.create(url.endsWith("/") ? url : url + "/"))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private Answer read(URI page) {
        return switch (web.send(Web.Request.get(page))) {
            case Web.Answer.None(var why) -> new CouldNotTell(why);
            case Web.Answer.Reply(var status, var _) when status == 404 -> new NoSuchDomain();
            case Web.Answer.Reply(var status, var _) when status != 200 ->
                    new CouldNotTell("HTTP " + status);
            case Web.Answer.Reply(var _, var body) ->
                    new Known(life(JsonParser.parseString(body).getAsJsonObject()));
        };
    }

    private static DomainLife life(JsonObject domain) {
        List<String> status = new ArrayList<>();
        if (domain.has("status")) {
            strings(domain.getAsJsonArray("status"))
                    .forEach(one -> status.add(one.toLowerCase(Locale.ROOT)));
        }
        return new DomainLife(event(domain, "registration"), event(domain, "expiration"), status);
    }

    private static @Nullable Instant event(JsonObject domain, String action) {
        if (!domain.has("events")) {
            return null;
        }
        for (JsonElement one : domain.getAsJsonArray("events")) {
            JsonObject event = one.getAsJsonObject();
            if (event.has("eventDate") && action.equals(event.get("eventAction").getAsString())) {
                return moment(event.get("eventDate").getAsString());
            }
        }
        return null;
    }

    /** RFC 3339; whoever writes another form has not told it. */
    private static @Nullable Instant moment(String date) {
        try {
            return OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeException another) {
            return null;
        }
    }

    private static List<String> strings(JsonArray array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.getAsString()));
        return strings;
    }
}
