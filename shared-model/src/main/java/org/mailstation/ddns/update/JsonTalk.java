package org.mailstation.ddns.update;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;

/**
 * A conversation in JSON with one provider.
 *
 * @param base address that every path is put behind
 * @param scheme what the token is announced by, as {@code Bearer}
 */
record JsonTalk(Web web, String base, String scheme, Secret token) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    /** Ends a conversation of several questions. */
    static final class NotDoneException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Outcome outcome;

        NotDoneException(Outcome outcome) {
            super(outcome.technically(), null, false, false);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    /** Whatever the status. */
    record Reply(int status, String text) {
        /** The text as JSON; empty if it is none. */
        Optional<JsonElement> json() {
            try {
                return text.isBlank()
                        ? Optional.empty()
                        : Optional.of(JsonParser.parseString(text));
            } catch (JsonParseException notJson) {
                return Optional.empty();
            }
        }
    }

    /**
     * @throws NotDoneException if there is no answer at all
     */
    Reply ask(String method, String path, @Nullable JsonElement body) throws NotDoneException {
        Web.Request request =
                new Web.Request(
                        method,
                        URI.create(base + path),
                        Map.of(
                                "Authorization",
                                scheme + " " + token.reveal(),
                                "Content-Type",
                                "application/json"),
                        body == null ? "" : body.toString());
        return switch (web.send(request)) {
            case Web.Answer.None(String why) ->
                    throw new NotDoneException(new Outcome.CouldNotTell(why));
            case Web.Answer.Reply(int status, String text) -> new Reply(status, text);
        };
    }

    /** Their words, fit for a log. */
    String harmless(String words) {
        return Harmless.words(words, token.reveal());
    }

    static JsonArray list(JsonElement result) throws NotDoneException {
        if (result.isJsonArray()
                && (result.getAsJsonArray().isEmpty()
                        || result.getAsJsonArray().get(0).isJsonObject())) {
            return result.getAsJsonArray();
        }
        throw new NotDoneException(new Outcome.CouldNotTell("an answer of another form"));
    }

    static String string(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** A text as a zone file has it (RFC 1035 5.1). */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The text behind that; one without quotes is itself. */
    static String unquoted(String text) {
        String bare = text.strip();
        return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
                ? ESCAPE.matcher(bare.substring(1, bare.length() - 1))
                        .replaceAll(match -> Matcher.quoteReplacement(match.group(1)))
                : bare;
    }
}
