package org.mailstation.daemon.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.mailstation.daemon.incoming.ResultsField;
import org.mailstation.daemon.incoming.Ruling;

/**
 * What the station writes on top of a letter that it takes.
 *
 * @param hostName the station's own
 */
record Postmark(Supplier<String> hostName, Clock clock) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

    /** The line of final delivery (RFC 5321 4.4). */
    static Letter withReturnPath(Envelope envelope, Letter letter) {
        String line = "Return-Path: <" + envelope.senderText() + ">\r\n";
        return letter.withHead(line.getBytes(StandardCharsets.UTF_8), 0);
    }

    /**
     * The letter with our trace line on top (RFC 5321 4.4) and without what only we may say and
     * somebody said before; what a mail program left out is added (RFC 6409 8.2, 8.3).
     */
    Letter on(Entry entry, Letter raw, Gate.Look look) {
        Header header = entry.header();
        String now = DATE.format(clock.instant().atZone(ZoneId.systemDefault()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(received(entry, now).getBytes(StandardCharsets.UTF_8));
        if (entry.origin().account() != null) {
            if (header.count("Date") == 0) {
                out.writeBytes(("Date: " + now + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            if (header.count("Message-ID") == 0) {
                String messageId = "Message-ID: <" + entry.id() + "@" + hostName.get() + ">\r\n";
                out.writeBytes(messageId.getBytes(StandardCharsets.US_ASCII));
            }
        }
        out.writeBytes(look.results());
        if (look.ruling() instanceof Ruling.Junk(var why)) {
            out.writeBytes(JunkMark.field(why));
        }
        out.writeBytes(header.without(this::isOursToSay));
        return raw.withHead(out.toByteArray(), header.length());
    }

    private String received(Entry entry, String now) {
        Origin origin = entry.origin();
        StringBuilder line = new StringBuilder();
        line.append("Received: from ")
                .append(origin.hello())
                .append(" ([")
                .append(origin.address())
                .append("])\r\n");
        line.append("\tby ")
                .append(hostName.get())
                .append(" with ")
                .append(origin.protocol())
                .append(" id ")
                .append(entry.id());
        if (entry.envelope().recipients().size() == 1) {
            line.append("\r\n\tfor <").append(entry.envelope().recipients().getFirst()).append(">");
        }
        return line.append(";\r\n\t").append(now).append("\r\n").toString();
    }

    private boolean isOursToSay(byte[] field) {
        return Header.isNamed(field, "Return-Path")
                || Header.isNamed(field, JunkMark.NAME)
                || (Header.isNamed(field, ResultsField.NAME)
                        && ResultsField.isInOurName(Header.content(field), hostName.get()));
    }
}
