package org.mailstation.daemon.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.accounts.Address;

/**
 * What is written down of a letter that came.
 *
 * @param id our own number
 */
record Entry(Envelope envelope, Origin origin, Header header, long bytes, String id) {
    private static final int LONGEST_SUBJECT = 300;

    /** The letter's own name; ours if it has none. */
    String messageId() {
        return header.first("Message-ID").map(text -> visible(text, 998)).orElse(id);
    }

    List<String> recipients() {
        return envelope.recipients().stream().map(Address::toString).toList();
    }

    private List<String> shownRecipients() {
        return envelope.recipients().stream().map(Address::shown).toList();
    }

    /**
     * @param results the field that tells what was found out; may be empty
     */
    Trace trace(Instant now, byte[] results, List<TraceStep> steps) {
        return new Trace(
                id,
                now,
                messageId(),
                envelope.sender() == null ? "" : envelope.sender().shown(),
                shownRecipients(),
                subject(),
                source(),
                bytes,
                checks(results),
                steps);
    }

    private String subject() {
        String raw = header.first("Subject").orElse("");
        // RFC 2047; what is badly made stays as it is
        return visible(
                DecoderUtil.decodeEncodedWords(raw, StandardCharsets.UTF_8), LONGEST_SUBJECT);
    }

    private String source() {
        String account = origin.account() == null ? "" : ", " + origin.account();
        return origin.hello() + " [" + origin.address() + "] " + origin.protocol() + account;
    }

    private static String checks(byte[] results) {
        String text = new String(results, StandardCharsets.UTF_8);
        int first = text.indexOf(';');
        return first < 0 ? "" : text.substring(first + 1).replaceAll("\\s+", " ").strip();
    }

    /** A person will read it, perhaps on a terminal. */
    private static String visible(String text, int longest) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD");
        return clean.length() > longest ? clean.substring(0, longest) + "…" : clean;
    }
}
