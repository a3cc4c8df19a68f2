package org.mailstation.daemon.mail.managesieve;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Logins;
import org.mailstation.daemon.filters.Filters;
import org.mailstation.daemon.sieve.Script;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts lines together to commands, and answers them (RFC 5804). */
final class SieveLines implements LineHandler<SieveSession> {
    private static final Logger LOG = LoggerFactory.getLogger(SieveLines.class);

    private static final int MOST_MISTAKES = 8;

    private final SieveLogin login;
    private final SieveCommands commands;

    SieveLines(Logins logins, Filters filters) {
        this.login = new SieveLogin(logins);
        this.commands = new SieveCommands(filters);
    }

    @Override
    public @Nullable Response onLine(SieveSession session, byte[] line) {
        return switch (session.take(line)) {
            case MORE -> null;
            case TOO_LONG -> SieveReply.bye("The command is too long");
            case WHOLE -> whole(session);
        };
    }

    private SieveReply whole(SieveSession session) {
        try {
            List<String> words = SieveWords.of(session.command());
            if (session.answersChallenge()) {
                return login.plain(session, words.isEmpty() ? "" : words.getFirst());
            }
            return words.isEmpty() ? mistake(session, "No command") : answer(session, words);
        } catch (SieveWords.NoWordException e) {
            return mistake(session, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.error("the scripts of {} cannot be read or written", session.account(), e);
            return SieveReply.no("TRYLATER", "The scripts cannot be read or written now");
        }
    }

    /** A client that speaks something else is not listened to for long. */
    private static SieveReply mistake(SieveSession session, String words) {
        return session.mistake() >= MOST_MISTAKES
                ? SieveReply.bye("Too many errors")
                : SieveReply.no("", words);
    }

    private SieveReply answer(SieveSession session, List<String> words) throws IOException {
        String verb = words.getFirst().toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "CAPABILITY" -> capabilities(session);
            case "NOOP" ->
                    words.size() > 1 ? SieveReply.tagged(words.get(1)) : SieveReply.ok("", "Done");
            case "LOGOUT" -> SieveReply.goodbye();
            case "STARTTLS" ->
                    session.isTLSStarted()
                            ? SieveReply.no("", "This connection is encrypted already")
                            : new SieveReply.StartTls();
            case "AUTHENTICATE" -> login.begin(session, words);
            default -> {
                String account = session.account();
                yield account == null
                        ? mistake(session, "Sign in first")
                        : commands.answer(account, verb, words);
            }
        };
    }

    /** RFC 5804 1.7: signing in is offered under TLS only. */
    static SieveReply capabilities(SieveSession session) {
        String extensions = String.join(" ", Script.extensions());
        String account = session.account();
        String lines =
                line("IMPLEMENTATION", "Mail Station")
                        + line("SIEVE", extensions)
                        + line("SASL", session.isTLSStarted() ? "PLAIN" : "")
                        + (session.isTLSStarted() ? "" : "\"STARTTLS\"\r\n")
                        + line("MAXREDIRECTS", "5")
                        + (account == null ? "" : line("OWNER", account))
                        + line("VERSION", "1.0");
        return SieveReply.ok(lines, "Mail Station ready");
    }

    private static String line(String name, String value) {
        return SieveReply.quoted(name) + " " + SieveReply.quoted(value) + "\r\n";
    }
}
