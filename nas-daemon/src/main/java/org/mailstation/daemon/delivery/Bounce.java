package org.mailstation.daemon.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.mailstation.daemon.accounts.Address;

/**
 * The report to a sender whose letter could not be delivered, or not yet (RFC 3464).
 *
 * @param subject of the report
 * @param first sentence of it
 * @param advice to its reader
 * @param action as the standard calls it (2.3.3)
 * @param status digit that its codes begin with
 */
record Bounce(String subject, String first, String advice, String action, char status) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final int MOST_HEADER_BYTES = 64 * 1024;

    static final Bounce FAILED =
            new Bounce(
                    "Your letter could not be delivered",
                    "Your letter did not reach these addresses:",
                    "Its header is below. Please check the addresses and send it again.",
                    "failed",
                    '5');

    static final Bounce DELAYED =
            new Bounce(
                    "Your letter has not arrived yet",
                    "Your letter has not reached these addresses yet:",
                    "You need not do anything: it is tried again for some days, and you will be told if it"
                            + " does not arrive at all.",
                    "delayed",
                    '4');

    /**
     * @param header of the letter
     * @param reasons the recipients that did not get the letter, with what was answered
     */
    Letter of(
            Outbox.Entry entry,
            Header header,
            Address sender,
            Map<Address, ? extends Outcome> reasons,
            String hostName,
            String id,
            Instant now) {
        String boundary = "report-" + id;
        StringBuilder text = new StringBuilder();
        text.append("From: Mail Station <MAILER-DAEMON@").append(hostName).append(">\r\n");
        text.append("To: <").append(sender).append(">\r\n");
        text.append("Subject: ").append(subject).append("\r\n");
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
        text.append(first).append("\r\n\r\n");
        reasons.forEach(
                (address, why) ->
                        text.append("  ")
                                .append(address)
                                .append("\r\n    ")
                                .append(words(why))
                                .append("\r\n"));
        text.append("\r\n").append(advice).append("\r\n\r\n");
        text.append("--")
                .append(boundary)
                .append("\r\nContent-Type: message/delivery-status\r\n\r\n");
        text.append("Reporting-MTA: dns; ").append(hostName).append("\r\n");
        text.append("Arrival-Date: ")
                .append(DATE.format(entry.accepted().atZone(ZoneId.systemDefault())))
                .append("\r\n");
        reasons.forEach((address, why) -> text.append(status(address, why)));
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

    private static String server(Outcome why) {
        return switch (why) {
            case Outcome.Failed(var _, var server) -> server;
            case Outcome.NotNow(var _, var server, var _) -> server;
            case Outcome.Arrived(var server, var _) -> server;
        };
    }

    private static SmtpReply reply(Outcome why) {
        return why.answer().orElseThrow();
    }

    private static String words(Outcome why) {
        return server(why).isEmpty() ? reply(why).toString() : server(why) + " said: " + reply(why);
    }

    /** RFC 3464 2.3. */
    private String status(Address address, Outcome why) {
        String remote = server(why).isEmpty() ? "" : "Remote-MTA: dns; " + server(why) + "\r\n";
        return "\r\nFinal-Recipient: rfc822; "
                + address
                + "\r\nAction: "
                + action
                + "\r\nStatus: "
                + status
                + reply(why).status().substring(1)
                + "\r\n"
                + remote
                + "Diagnostic-Code: smtp; "
                + reply(why)
                + "\r\n";
    }
}
