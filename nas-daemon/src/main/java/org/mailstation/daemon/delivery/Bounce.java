package org.mailstation.daemon.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.mailstation.daemon.accounts.Address;

/** The report to a sender whose letter could not be delivered (RFC 3464). */
final class Bounce {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final int MOST_HEADER_BYTES = 64 * 1024;

    private Bounce() {}

    /**
     * @param header of the letter
     * @param failures the recipients that did not get the letter, with the reason
     */
    static Letter of(
            Outbox.Entry entry,
            Header header,
            Address sender,
            Map<Address, Outcome.Failed> failures,
            String hostName,
            String id,
            Instant now) {
        String boundary = "report-" + id;
        StringBuilder text = new StringBuilder();
        text.append("From: Mail Station <MAILER-DAEMON@").append(hostName).append(">\r\n");
        text.append("To: <").append(sender).append(">\r\n");
        text.append("Subject: Your letter could not be delivered\r\n");
        text.append("Date: ")
                .append(DATE.format(now.atZone(ZoneId.systemDefault())))
                .append("\r\n");
        text.append("Message-ID: <").append(id).append('@').append(hostName).append(">\r\n");
        text.append("Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n");
        text.append("Content-Type: multipart/report; report-type=delivery-status;\r\n boundary=\"");
        text.append(boundary).append("\"\r\n\r\n");
        text.append("--")
                .append(boundary)
                .append("\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n");
        text.append("Your letter did not reach these addresses:\r\n\r\n");
        failures.forEach(
                (address, why) ->
                        text.append("  ")
                                .append(address)
                                .append("\r\n    ")
                                .append(words(why))
                                .append("\r\n"));
        text.append(
                "\r\nIts header is below. Please check the addresses and send it again.\r\n\r\n");
        text.append("--")
                .append(boundary)
                .append("\r\nContent-Type: message/delivery-status\r\n\r\n");
        text.append("Reporting-MTA: dns; ").append(hostName).append("\r\n");
        text.append("Arrival-Date: ")
                .append(DATE.format(entry.accepted().atZone(ZoneId.systemDefault())))
                .append("\r\n");
        failures.forEach((address, why) -> text.append(status(address, why)));
        text.append("\r\n--")
                .append(boundary)
                .append("\r\nContent-Type: text/rfc822-headers\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
        byte[] fields = header.without(_ -> false);
        if (fields.length <= MOST_HEADER_BYTES) {
            out.writeBytes(fields);
        }
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return Letter.of(out.toByteArray());
    }

    private static String words(Outcome.Failed why) {
        return why.server().isEmpty()
                ? why.reply().toString()
                : why.server() + " said: " + why.reply();
    }

    /** RFC 3464 2.3. */
    private static String status(Address address, Outcome.Failed why) {
        String remote = why.server().isEmpty() ? "" : "Remote-MTA: dns; " + why.server() + "\r\n";
        return "\r\nFinal-Recipient: rfc822; "
                + address
                + "\r\nAction: failed\r\nStatus: 5"
                + why.reply().status().substring(1)
                + "\r\n"
                + remote
                + "Diagnostic-Code: smtp; "
                + why.reply()
                + "\r\n";
    }
}
