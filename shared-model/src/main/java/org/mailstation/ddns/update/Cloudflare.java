package org.mailstation.ddns.update;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cloudflare's REST interface: finds the zone and the record, then changes or makes it. */
public final class Cloudflare implements DdnsClient {
    private static final int TTL = 60;

    private final Web web;

    public Cloudflare(Web web) {
        this.web = web;
    }

    @Override
    public Outcome update(Update update) {
        try {
            String zone = zone(update);
            boolean changed = false;
            if (update.v4() != null) {
                changed |= tell(update, zone, "A", update.v4());
            }
            if (update.v6() != null) {
                changed |= tell(update, zone, "AAAA", update.v6());
            }
            return changed
                    ? new Outcome.Updated(update.addresses())
                    : new Outcome.Unchanged(update.addresses());
        } catch (NotDoneException notDone) {
            return notDone.outcome;
        }
    }

    /** The longest part of the name that is a zone of this account. */
    private String zone(Update update) throws NotDoneException {
        String name = update.host();
        while (name.contains(".")) {
            JsonArray zones = list(ask(update, "GET", "/zones?name=" + name, null));
            if (!zones.isEmpty()) {
                return id(zones.get(0));
            }
            name = name.substring(name.indexOf('.') + 1);
        }
        throw new NotDoneException(
                new Outcome.Refused(Refusal.NO_SUCH_NAME, "no zone of this token"));
    }

    /** Gives whether there was something to change. */
    private boolean tell(Update update, String zone, String type, InetAddress address)
            throws NotDoneException {
        String records = "/zones/" + zone + "/dns_records";
        String query = records + "?type=" + type + "&name=" + update.host();
        JsonArray found = list(ask(update, "GET", query, null));
        String content = address.getHostAddress();
        if (found.isEmpty()) {
            ask(update, "POST", records, record(update, type, content));
            return true;
        }
        JsonObject old = found.get(0).getAsJsonObject();
        if (content.equals(string(old, "content")) && !isProxied(old)) {
            return false;
        }
        ask(update, "PUT", records + "/" + id(old), record(update, type, content));
        return true;
    }

    /** Behind Cloudflare's own web servers no letter would arrive. */
    private static JsonObject record(Update update, String type, String content) {
        JsonObject record = new JsonObject();
        record.addProperty("type", type);
        record.addProperty("name", update.host());
        record.addProperty("content", content);
        record.addProperty("ttl", TTL);
        record.addProperty("proxied", false);
        return record;
    }

    private static boolean isProxied(JsonObject record) {
        return record.has("proxied") && record.get("proxied").getAsBoolean();
    }

    private JsonElement ask(Update update, String method, String path, @Nullable JsonObject body)
            throws NotDoneException {
        Web.Request request =
                new Web.Request(
                        method,
                        URI.create(update.provider().update().text() + path),
                        Map.of(
                                "Authorization",
                                "Bearer " + update.secret().reveal(),
                                "Content-Type",
                                "application/json"),
                        body == null ? "" : body.toString());
        return switch (web.send(request)) {
            case Web.Answer.None(String why) ->
                    throw new NotDoneException(new Outcome.CouldNotTell(why));
            case Web.Answer.Reply(int status, String text) -> result(update, status, text);
        };
    }

    private static JsonElement result(Update update, int status, String text)
            throws NotDoneException {
        Optional<JsonObject> answer = parse(text);
        if (HttpStatus.isSuccess(status)
                && answer.isPresent()
                && "true".equals(string(answer.get(), "success"))
                && answer.get().has("result")) {
            return answer.get().get("result");
        }
        String said =
                update.harmless(
                        answer.map(object -> String.valueOf(object.get("errors"))).orElse(""));
        // what Cloudflare calls forbidden, or not a token at all, is a token that is not good for
        // it
        Outcome outcome =
                status == 403 || (status == 400 && said.contains("6003"))
                        ? new Outcome.Refused(Refusal.BAD_AUTH, "HTTP " + status + " " + said)
                        : HttpStatus.of(status, said);
        throw new NotDoneException(outcome);
    }

    private static Optional<JsonObject> parse(String text) {
        try {
            JsonElement parsed = JsonParser.parseString(text);
            return parsed.isJsonObject() ? Optional.of(parsed.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }

    private static JsonArray list(JsonElement result) throws NotDoneException {
        if (result.isJsonArray()
                && (result.getAsJsonArray().isEmpty()
                        || result.getAsJsonArray().get(0).isJsonObject())) {
            return result.getAsJsonArray();
        }
        throw new NotDoneException(new Outcome.CouldNotTell("an answer of another form"));
    }

    /** Becomes a part of a path: only what an id is made of. */
    private static String id(JsonElement object) throws NotDoneException {
        String id = string(object.getAsJsonObject(), "id");
        if (id.matches("[0-9A-Za-z-]{1,64}")) {
            return id;
        }
        throw new NotDoneException(new Outcome.CouldNotTell("an answer without an id"));
    }

    private static String string(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** Ends a conversation of several questions. */
    private static final class NotDoneException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Outcome outcome;

        NotDoneException(Outcome outcome) {
            super(outcome.technically(), null, false, false);
            this.outcome = outcome;
        }
    }
}
