package org.mailstation.daemon.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.text.Text;

/**
 * The report to a sender of what became of a letter (RFC 3464): sentences for a person, in the
 * language of the station, and fields for programs.
 *
 * @param header of the letter
 * @param outcomes of the recipients that it is about
 * @param id of the report, without its host
 */
record ReportLetter(
        ReportKind kind,
        Outbox.Entry about,
        Header header,
        Map<Address, ? extends Outcome> outcomes,
        String hostName,
        String id,
        Instant now,
        Locale language) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final String EIGHT_BIT = "\r\nContent-Transfer-Encoding: 8bit";
    private static final int MOST_HEADER_BYTES = 64 * 1024;

    Letter to(Address sender) {
        String boundary = "report-" + id;
        boolean whole =
                kind == ReportKind.FAILED
                        && about.envelope().wishes().returned() == Wishes.Returned.FULL;
        StringBuilder text = new StringBuilder(head(sender, boundary));
        text.append("--")
                .append(boundary)
                .append("\r\nContent-Type: text/plain; charset=utf-8\r\n");
        text.append("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        text.append(quoted(sentences())).append("\r\n--").append(boundary);
        String fields = fields();
        boolean beyondAscii = fields.chars().anyMatch(c -> c > 0x7f);
        // RFC 6533 3
        text.append("\r\nContent-Type: message/")
                .append(beyondAscii ? "global-delivery-status" + EIGHT_BIT : "delivery-status")
                .append("\r\n\r\n")
                .append(fields);
        text.append("\r\n--").append(boundary).append("\r\nContent-Type: ");
        // RFC 3461 6.2: only a failure brings the letter back
        text.append(whole ? wholeType() : headerType()).append("\r\n\r\n");
        byte[] before = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        if (whole) {
            return about.letter().withHead(before, 0).followedBy(end);
        }
        byte[] given = header.without(_ -> false);
        return Letter.of(given.length <= MOST_HEADER_BYTES ? given : new byte[0])
                .withHead(before, 0)
                .followedBy(end);
    }

    /** RFC 6532 3.7. */
    private String wholeType() {
        return (header.isInternational() ? "message/global" : "message/rfc822") + EIGHT_BIT;
    }

    /** RFC 6533 6.3. */
    private String headerType() {
        return header.isInternational()
                ? "message/global-headers" + EIGHT_BIT
                : "text/rfc822-headers";
    }

    private String head(Address sender, String boundary) {
        String subject =
                EncoderUtil.encodeIfNecessary(
                        kind.subject().in(language),
                        EncoderUtil.Usage.TEXT_TOKEN,
                        "Subject: ".length());
        return "From: Mail Station <MAILER-DAEMON@"
                + hostName
                + ">\r\nTo: <"
                + sender
                + ">\r\nSubject: "
                + subject
                + "\r\nDate: "
                + date(now)
                + "\r\nMessage-ID: <"
                + id
                + "@"
                + hostName
                + ">\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status;\r\n boundary=\""
                + boundary
                + "\"\r\n\r\n";
    }

    private static String date(Instant when) {
        return DATE.format(when.atZone(ZoneId.systemDefault()));
    }

    private String sentences() {
        StringBuilder text = new StringBuilder(kind.first().in(language)).append("\n\n");
        outcomes.forEach(
                (address, outcome) -> {
                    text.append("  ").append(address).append('\n');
                    outcome.answer()
                            .ifPresent(
                                    reply ->
                                            text.append("    ")
                                                    .append(words(outcome.server(), reply))
                                                    .append('\n'));
                });
        return text.append('\n').append(kind.advice().in(language)).append('\n').toString();
    }

    private String words(String server, SmtpReply reply) {
        if (GivenUp.REPLY.equals(reply)) {
            return Text.of("delivery-report.given-up").in(language);
        }
        if (server.isEmpty()) {
            return reply.toString();
        }
        // RFC 6531 4.2: whether we or the other server say so
        boolean beyondAscii = reply.status().endsWith(".6.7");
        return Text.of(
                        beyondAscii ? "delivery-report.english" : "delivery-report.said",
                        server,
                        reply)
                .in(language);
    }

    /** RFC 2045 6.7; lines of ours stay short enough. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            int width = 0;
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                int octet = bytes[i] & 0xff;
                boolean plain = octet >= 0x20 && octet < 0x7f && octet != '=';
                plain &= octet != ' ' || i < bytes.length - 1;
                String shown = plain ? String.valueOf((char) octet) : String.format("=%02X", octet);
                if (width + shown.length() > 75) {
                    out.append("=\r\n");
                    width = 0;
                }
                out.append(shown);
                width += shown.length();
            }
            out.append("\r\n");
        }
        return out.toString();
    }

    /** RFC 3464 2.2 and 2.3: for programs, whatever language people speak. */
    private String fields() {
        String envelopeId = about.envelope().wishes().plainId();
        StringBuilder text = new StringBuilder();
        if (!envelopeId.isEmpty()) {
            text.append("Original-Envelope-Id: ").append(envelopeId).append("\r\n");
        }
        text.append("Reporting-MTA: dns; ").append(hostName);
        text.append("\r\nArrival-Date: ").append(date(about.accepted())).append("\r\n");
        outcomes.forEach((address, outcome) -> text.append(fields(address, outcome)));
        return text.toString();
    }

    private String fields(Address address, Outcome outcome) {
        String original = about.envelope().wishes().of(address).originalRecipient();
        StringBuilder text = new StringBuilder("\r\n");
        if (!original.isEmpty()) {
            text.append("Original-Recipient: ").append(original).append("\r\n");
        }
        text.append("Final-Recipient: ").append(Utf8Address.field(address));
        text.append("\r\nAction: ").append(kind.action());
        String code = outcome.answer().map(SmtpReply::status).orElse("2.0.0").substring(1);
        text.append("\r\nStatus: ").append(kind.status()).append(code).append("\r\n");
        if (!outcome.server().isEmpty()) {
            text.append("Remote-MTA: dns; ").append(outcome.server()).append("\r\n");
        }
        outcome.answer()
                .ifPresent(
                        reply ->
                                text.append("Diagnostic-Code: smtp; ")
                                        .append(reply)
                                        .append("\r\n"));
        return text.toString();
    }
}
