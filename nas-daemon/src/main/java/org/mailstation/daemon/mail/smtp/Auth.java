package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.goodbye;
import static org.mailstation.daemon.mail.smtp.Replies.reply;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.protocols.api.Response;

/** {@code AUTH} (RFC 4954) with PLAIN (RFC 4616) and the older LOGIN, under TLS only. */
final class Auth extends SmtpCommand {
    private static final int MOST_FAILURES = 3;
    private static final String NOT_BASE64 = "501 5.5.2 Not Base64";

    private final SmtpContext context;
    private final SmtpRole role;

    Auth(SmtpContext context, SmtpRole role) {
        super("AUTH");
        this.context = context;
        this.role = role;
    }

    @Override
    Response answer(SmtpSession session, String verb, String argument) {
        if (role == SmtpRole.INCOMING) {
            return reply("502 5.5.1 Nobody signs in on this port");
        }
        if (!session.isTLSStarted()) {
            // before the password is read: it has been said in clear, and nobody shall learn
            // whether it was right
            return reply("530 5.7.0 Say STARTTLS first");
        }
        if (session.account() != null || session.inTransaction() || !session.isGreeted()) {
            return reply("503 5.5.1 Not now");
        }
        String[] words = argument.split(" ", 2);
        Optional<String> initial =
                words.length == 2 ? Optional.of(words[1].trim()) : Optional.empty();
        return switch (words[0].toUpperCase(Locale.ROOT)) {
            case "PLAIN" ->
                    initial.map(text -> plain(session, text))
                            .orElseGet(() -> ask(session, "", text -> plain(session, text)));
            case "LOGIN" ->
                    initial.map(name -> password(session, name))
                            .orElseGet(
                                    () ->
                                            ask(
                                                    session,
                                                    "Username:",
                                                    name -> password(session, name)));
            default -> reply("504 5.5.4 PLAIN or LOGIN, please");
        };
    }

    private Response ask(SmtpSession session, String prompt, Function<String, Response> next) {
        session.pushLineHandler(
                (james, line) -> {
                    james.popLineHandler();
                    String text = new String(line, StandardCharsets.US_ASCII).trim();
                    return text.equals("*") ? reply("501 5.7.0 Cancelled") : next.apply(text);
                });
        return reply(
                "334 "
                        + Base64.getEncoder()
                                .encodeToString(prompt.getBytes(StandardCharsets.US_ASCII)));
    }

    private Response password(SmtpSession session, String encodedName) {
        Optional<String> name = decode(encodedName);
        return name.isEmpty()
                ? reply(NOT_BASE64)
                : ask(
                        session,
                        "Password:",
                        text ->
                                decode(text)
                                        .map(word -> check(session, name.get(), word))
                                        .orElseGet(() -> reply(NOT_BASE64)));
    }

    /** RFC 4616 2: authorization identity NUL authentication identity NUL password. */
    private Response plain(SmtpSession session, String text) {
        Optional<String> decoded = decode(text);
        if (decoded.isEmpty()) {
            return reply(NOT_BASE64);
        }
        String[] parts = decoded.get().split("\0", -1);
        if (parts.length != 3) {
            return reply("501 5.5.2 Not three parts");
        }
        boolean asSomebodyElse = !parts[0].isEmpty() && !parts[0].equalsIgnoreCase(parts[1]);
        return asSomebodyElse ? refused(session) : check(session, parts[1], parts[2]);
    }

    private Response check(SmtpSession session, String name, String password) {
        Optional<String> account = context.logins().check(session.clientAddress(), name, password);
        if (account.isEmpty()) {
            return refused(session);
        }
        session.signedIn(account.get());
        return reply("235 2.7.0 Welcome");
    }

    private static Response refused(SmtpSession session) {
        return session.mistake() >= MOST_FAILURES
                ? goodbye("421 4.7.0 Too many failures")
                : reply("535 5.7.8 Name or password is wrong");
    }

    private static Optional<String> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.equals("=") ? "" : text);
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (IllegalArgumentException | CharacterCodingException notSo) {
            // the caller answers 501
            return Optional.empty();
        }
    }
}
