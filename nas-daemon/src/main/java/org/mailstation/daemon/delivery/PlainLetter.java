package org.mailstation.daemon.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.codec.EncoderUtil;

/** Letters that the station writes by itself: text only, and marked as written by nobody. */
final class PlainLetter {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final int LINE = 76;

    private PlainLetter() {}

    /**
     * @param from content of the field; may have an address beyond ASCII
     * @param id of the letter, with its host
     * @param more further fields, in ASCII
     * @param text of any characters
     */
    static Letter of(
            String from,
            String to,
            String subject,
            String id,
            Instant now,
            Map<String, String> more,
            String text) {
        StringBuilder head = begin(from, to, subject, id, now, more);
        head.append("Content-Type: text/plain; charset=utf-8\r\n")
                .append("Content-Transfer-Encoding: base64\r\n\r\n");
        byte[] utf8 = text.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        head.append(Base64.getMimeEncoder(LINE, new byte[] {'\r', '\n'}).encodeToString(utf8))
                .append("\r\n");
        return Letter.of(head.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** With a header and body of its own, as RFC 5230 4.2 lets a script give them. */
    static Letter ofPart(
            String from,
            String to,
            String subject,
            String id,
            Instant now,
            Map<String, String> more,
            String part) {
        String whole = begin(from, to, subject, id, now, more) + part.replaceAll("\r?\n", "\r\n");
        return Letter.of(whole.getBytes(StandardCharsets.UTF_8));
    }

    private static StringBuilder begin(
            String from,
            String to,
            String subject,
            String id,
            Instant now,
            Map<String, String> more) {
        StringBuilder head = new StringBuilder();
        head.append("From: ").append(from).append("\r\nTo: <").append(to).append(">\r\n");
        head.append("Subject: ")
                .append(
                        EncoderUtil.encodeIfNecessary(
                                subject, EncoderUtil.Usage.TEXT_TOKEN, "Subject: ".length()))
                .append("\r\n");
        head.append("Date: ").append(DATE.format(now.atZone(ZoneId.systemDefault())));
        head.append("\r\nMessage-ID: <").append(id).append(">\r\n");
        more.forEach(
                (name, content) -> head.append(name).append(": ").append(content).append("\r\n"));
        return head.append("MIME-Version: 1.0\r\n");
    }
}
