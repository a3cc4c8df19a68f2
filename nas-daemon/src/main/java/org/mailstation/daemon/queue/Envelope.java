package org.mailstation.daemon.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a queued letter that is not in the letter.
 *
 * @param name James's name for it; several entries can have the same
 * @param sender {@code null} for the empty reverse path (RFC 5321, 4.5.5)
 * @param state the name of James's processor that it is for
 * @param error why the last attempt failed
 * @param next not to be tried before
 * @param attempts how often it came back for another try
 * @param revision how often it was written anew; what appears together with one is valid from then
 *     on
 * @param attributes in James's own JSON form, by name
 * @param headers header lines that only one recipient gets
 */
record Envelope(
        String name,
        @Nullable String sender,
        List<String> recipients,
        @Nullable String state,
        @Nullable String error,
        @Nullable String remoteHost,
        @Nullable String remoteAddress,
        @Nullable Instant lastUpdated,
        Instant enqueued,
        Instant next,
        int attempts,
        int revision,
        Map<String, JsonNode> attributes,
        List<RecipientHeader> headers) {
    /**
     * A header line for one recipient.
     *
     * @param line {@code Name: value}
     */
    record RecipientHeader(String recipient, String line) {}

    Envelope {
        recipients = List.copyOf(recipients);
        attributes = Map.copyOf(attributes);
        headers = List.copyOf(headers);
    }

    /** The domain of all recipients, in lower case; empty if there are several. */
    String destination() {
        List<String> domains =
                recipients.stream()
                        .map(address -> address.substring(address.lastIndexOf('@') + 1))
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        return domains.size() == 1 ? domains.getFirst() : "";
    }
}
