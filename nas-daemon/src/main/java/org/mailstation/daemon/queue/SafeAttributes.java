package org.mailstation.daemon.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attributes of a mail as JSON. Only plain values: a form that names a class to be made when it is
 * read is neither written nor read.
 */
final class SafeAttributes {
    private static final Logger LOG = LoggerFactory.getLogger(SafeAttributes.class);
    private static final Set<String> PLAIN =
            Set.of(
                    "BooleanSerializer",
                    "StringSerializer",
                    "IntSerializer",
                    "LongSerializer",
                    "FloatSerializer",
                    "DoubleSerializer",
                    "DateSerializer",
                    "MessageIdDtoSerializer",
                    "UrlSerializer",
                    "CollectionSerializer",
                    "MapSerializer",
                    "OptionalSerializer",
                    "BytesSerializer");

    private SafeAttributes() {}

    static Optional<JsonNode> write(Attribute attribute) {
        Optional<JsonNode> json = attribute.getValue().toJson().filter(SafeAttributes::isPlain);
        if (json.isEmpty()) {
            LOG.warn(
                    "The mail attribute {} is of a kind that cannot be queued",
                    attribute.getName().asString());
        }
        return json;
    }

    static Optional<Attribute> read(String name, JsonNode json) {
        if (!isPlain(json)) {
            LOG.warn("The queued mail attribute {} is of a kind that is not read", name);
            return Optional.empty();
        }
        return Optional.of(new Attribute(AttributeName.of(name), AttributeValue.fromJson(json)));
    }

    private static boolean isPlain(JsonNode json) {
        JsonNode serializer = json.get("serializer");
        if (serializer != null && !PLAIN.contains(serializer.asText())) {
            return false;
        }
        for (JsonNode child : json) {
            if (!isPlain(child)) {
                return false;
            }
        }
        return true;
    }
}
