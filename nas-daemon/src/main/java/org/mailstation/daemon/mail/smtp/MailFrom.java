package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.reply;

import java.util.Map;
import java.util.Optional;
import org.apache.james.protocols.api.Response;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.delivery.Wishes;

/**
 * {@code MAIL FROM} (RFC 5321 4.1.1.2) with SIZE (RFC 1870), BODY (RFC 6152), AUTH (RFC 4954 5),
 * SMTPUTF8 (RFC 6531 3.4), RET and ENVID (RFC 3461 4.3, 4.4).
 */
final class MailFrom extends SmtpCommand {
    /** For addresses that were said without it (RFC 6531 3.5). */
    static final String NEEDS_UTF8 =
            "553 5.6.7 Say SMTPUTF8 with MAIL before you use addresses beyond ASCII";

    private static final String UTF8 = "SMTPUTF8";

    private final SmtpContext context;
    private final SmtpRole role;

    MailFrom(SmtpContext context, SmtpRole role) {
        super("MAIL");
        this.context = context;
        this.role = role;
    }

    @Override
    Response answer(SmtpSession session, String verb, String argument) {
        if (!session.isGreeted()) {
            return reply("503 5.5.1 Say EHLO first");
        }
        if (session.inTransaction()) {
            return reply("503 5.5.1 One sender has been named already");
        }
        if (role == SmtpRole.SUBMISSION && session.account() == null) {
            return reply("530 5.7.0 Sign in first");
        }
        Optional<SmtpPath> path = SmtpPath.parse("FROM", argument);
        if (path.isEmpty()) {
            return reply("501 5.5.4 Usage: MAIL FROM:<address>");
        }
        Response objection = objection(session, path.get());
        if (objection == null) {
            Map<String, String> parameters = path.get().parameters();
            session.begin(path.get().parsed(), wishes(parameters), parameters.containsKey(UTF8));
        }
        return objection == null ? reply("250 2.1.0 Sender ok") : objection;
    }

    private @Nullable Response objection(SmtpSession session, SmtpPath path) {
        if (path.isInternational() && !path.parameters().containsKey(UTF8)) {
            return reply(NEEDS_UTF8);
        }
        Optional<Address> sender = path.parsed();
        if (sender.isEmpty() && !path.address().isEmpty()) {
            return reply("553 5.1.7 This is no address");
        }
        String account = session.account();
        if (account != null
                && sender.map(own -> !context.book().get().mayWriteAs(account, own)).orElse(true)) {
            return reply("550 5.7.1 This address is not one of yours");
        }
        for (Map.Entry<String, String> parameter : path.parameters().entrySet()) {
            String complaint = complaint(parameter.getKey(), parameter.getValue());
            if (complaint != null) {
                return reply(complaint);
            }
        }
        long announced = atMost18Digits(path.parameters().getOrDefault("SIZE", "0"));
        session.announce(announced);
        return sizeObjection(announced);
    }

    private @Nullable String complaint(String parameter, String value) {
        return switch (parameter) {
            case "SIZE" ->
                    value.matches("[0-9]{1,20}") ? null : "501 5.5.4 SIZE is a number of bytes";
            case "BODY" ->
                    value.matches("(?i)7BIT|8BITMIME")
                            ? null
                            : "501 5.5.4 BODY is 7BIT or 8BITMIME";
            case "RET" ->
                    Wishes.returned(value).isPresent() ? null : "501 5.5.4 RET is FULL or HDRS";
            case "ENVID" ->
                    Wishes.isEnvelopeId(value)
                            ? null
                            : "501 5.5.4 ENVID is at most 100 printable characters in xtext";
            case UTF8 -> value.isEmpty() ? null : "501 5.5.4 SMTPUTF8 takes no value";
            case "AUTH" -> role == SmtpRole.INCOMING ? "555 5.5.4 AUTH is not offered here" : null;
            default -> "555 5.5.4 Unknown parameter " + parameter;
        };
    }

    private static Wishes wishes(Map<String, String> parameters) {
        return new Wishes(
                Wishes.returned(parameters.getOrDefault("RET", "")).orElse(null),
                parameters.getOrDefault("ENVID", ""),
                Map.of());
    }

    private static long atMost18Digits(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE / 2 : Long.parseLong(digits);
    }

    private @Nullable Response sizeObjection(long announced) {
        if (announced > context.largestLetter()) {
            return reply("552 5.3.4 Letters may have " + context.largestLetter() + " bytes");
        }
        return context.hasRoomFor(announced)
                ? null
                : reply("452 4.3.1 The disk is full, please try again later");
    }
}
