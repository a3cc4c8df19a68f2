package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.reply;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.james.protocols.api.Response;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.Resolution;
import org.mailstation.daemon.delivery.Reception;
import org.mailstation.daemon.delivery.Wish;

/**
 * {@code RCPT TO} (RFC 5321 4.1.1.3) with NOTIFY and ORCPT (RFC 3461 4.1, 4.2). Who has not signed
 * in may name our own people only.
 */
final class RcptTo extends SmtpCommand {
    /** RFC 5321 4.5.3.1.8 asks for at least 100. */
    private static final int MOST_RECIPIENTS = 200;

    /** A mailing list has some addresses that are no more; who goes on is guessing. */
    private static final int FREE_UNKNOWN = 3;

    private static final int MOST_UNKNOWN = 20;
    private static final Duration FOR_ONE_UNKNOWN = Duration.ofSeconds(1);

    private final SmtpContext context;

    RcptTo(SmtpContext context) {
        super("RCPT");
        this.context = context;
    }

    @Override
    Response answer(SmtpSession session, String verb, String argument) {
        if (!session.inTransaction()) {
            return reply("503 5.5.1 Say MAIL first");
        }
        Optional<SmtpPath> path = SmtpPath.parse("TO", argument);
        if (path.isEmpty() || path.get().address().isEmpty()) {
            return reply("501 5.5.4 Usage: RCPT TO:<address>");
        }
        for (Map.Entry<String, String> parameter : path.get().parameters().entrySet()) {
            String complaint = complaint(parameter.getKey(), parameter.getValue());
            if (complaint != null) {
                return reply(complaint);
            }
        }
        if (session.recipientCount() >= MOST_RECIPIENTS) {
            return reply("452 4.5.3 Too many recipients, please send the rest in another letter");
        }
        if (path.get().isInternational() && !session.isInternational()) {
            return reply(MailFrom.NEEDS_UTF8);
        }
        Optional<Address> recipient = recipient(path.get());
        if (recipient.isEmpty()) {
            return reply("553 5.1.3 This is no address");
        }
        return decide(session, recipient.get(), wish(path.get().parameters()));
    }

    private static @Nullable String complaint(String parameter, String value) {
        return switch (parameter) {
            case "NOTIFY" ->
                    Wish.notices(value).isPresent()
                            ? null
                            : "501 5.5.4 NOTIFY is NEVER or a list of SUCCESS, FAILURE, DELAY";
            case "ORCPT" ->
                    Wish.original(value).isPresent()
                            ? null
                            : "501 5.5.4 ORCPT is a kind, a semicolon and an address in xtext";
            default -> "555 5.5.4 Unknown parameter " + parameter;
        };
    }

    private static Wish wish(Map<String, String> parameters) {
        String notify = parameters.get("NOTIFY");
        return new Wish(
                notify == null ? null : Wish.notices(notify).orElse(null),
                Wish.original(parameters.getOrDefault("ORCPT", "")).orElse(""));
    }

    private Response decide(SmtpSession session, Address recipient, Wish wish) {
        return switch (context.book().get().resolve(recipient)) {
            case Resolution.Found _ -> taken(session, recipient, wish);
            case Resolution.Nobody _ -> unknown(session);
            case Resolution.Closed _ -> reply("550 5.2.1 This mailbox takes no letters");
            case Resolution.Foreign _ ->
                    session.account() == null
                            ? reply("550 5.7.1 We do not relay")
                            : taken(session, recipient, wish);
        };
    }

    /** Whoever tries out addresses is slowed, then cut, and after some rounds shut out. */
    private Response unknown(SmtpSession session) {
        if (session.account() == null) {
            int number = session.unknownRecipient();
            context.guard().strangers().bad(session.place(context.guard()));
            if (number > MOST_UNKNOWN) {
                return Replies.goodbye("421 4.7.0 Too many unknown recipients");
            }
            if (number > FREE_UNKNOWN) {
                context.waitFor(FOR_ONE_UNKNOWN);
            }
        }
        return reply("550 5.1.1 Nobody here has this address");
    }

    private Response taken(SmtpSession session, Address recipient, Wish wish) {
        if (!context.reception().hasRoomFor(recipient, session.announced())) {
            return reply(Reception.FULL);
        }
        session.add(recipient, wish);
        return reply("250 2.1.5 Recipient ok");
    }

    /** RFC 5321 4.5.1: {@code <postmaster>} needs no domain. */
    private Optional<Address> recipient(SmtpPath path) {
        return path.address().equalsIgnoreCase("postmaster")
                ? Optional.of(
                        new Address("postmaster", context.config().get().domains().getFirst()))
                : path.parsed();
    }
}
