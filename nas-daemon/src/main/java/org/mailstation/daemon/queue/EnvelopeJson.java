package org.mailstation.daemon.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Envelopes as JSON, format 1. */
final class EnvelopeJson {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private EnvelopeJson() {}

    static byte[] write(Envelope envelope) throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode().put("format", FORMAT);
        json.put("name", envelope.name()).put("sender", envelope.sender());
        ArrayNode recipients = json.putArray("recipients");
        envelope.recipients().forEach(recipients::add);
        json.put("enqueued", envelope.enqueued().toString());
        json.put("next", envelope.next().toString());
        json.put("attempts", envelope.attempts());
        json.put("revision", envelope.revision());
        json.put("error", envelope.error());
        json.put("state", envelope.state());
        json.put("remoteHost", envelope.remoteHost());
        json.put("remoteAddress", envelope.remoteAddress());
        Instant updated = envelope.lastUpdated();
        json.put("lastUpdated", updated == null ? null : updated.toString());
        ObjectNode attributes = json.putObject("attributes");
        envelope.attributes().forEach(attributes::set);
        ArrayNode headers = json.putArray("headers");
        envelope.headers()
                .forEach(
                        one ->
                                headers.addObject()
                                        .put("recipient", one.recipient())
                                        .put("line", one.line()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /**
     * @throws DamagedEntry if this is not an envelope
     */
    static Envelope read(byte[] octets) throws DamagedEntry {
        JsonNode json = tree(octets);
        if (json.path("format").asInt() != FORMAT) {
            throw new DamagedEntry("not an envelope of format " + FORMAT);
        }
        return new Envelope(
                required(json, "name"),
                optional(json, "sender"),
                texts(json.path("recipients")),
                optional(json, "state"),
                optional(json, "error"),
                optional(json, "remoteHost"),
                optional(json, "remoteAddress"),
                json.hasNonNull("lastUpdated") ? instant(json, "lastUpdated") : null,
                instant(json, "enqueued"),
                instant(json, "next"),
                json.path("attempts").asInt(),
                json.path("revision").asInt(),
                attributes(json.path("attributes")),
                headers(json.path("headers")));
    }

    private static JsonNode tree(byte[] octets) throws DamagedEntry {
        try {
            return JSON.readTree(octets);
        } catch (IOException e) {
            throw new DamagedEntry("not JSON", e);
        }
    }

    private static String required(JsonNode json, String field) throws DamagedEntry {
        String value = optional(json, field);
        if (value == null) {
            throw new DamagedEntry("envelope without " + field);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asText() : null;
    }

    private static Instant instant(JsonNode json, String field) throws DamagedEntry {
        try {
            return Instant.parse(required(json, field));
        } catch (DateTimeException e) {
            throw new DamagedEntry("envelope with a broken date in " + field, e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Map<String, JsonNode> attributes(JsonNode object) {
        Map<String, JsonNode> attributes = new HashMap<>();
        object.properties().forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
        return attributes;
    }

    private static List<Envelope.RecipientHeader> headers(JsonNode array) throws DamagedEntry {
        List<Envelope.RecipientHeader> headers = new ArrayList<>();
        for (JsonNode one : array) {
            headers.add(
                    new Envelope.RecipientHeader(
                            required(one, "recipient"), required(one, "line")));
        }
        return headers;
    }
}
