package org.mailstation.daemon.mail.managesieve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.ProtocolConfiguration;
import org.apache.james.protocols.api.ProtocolSessionImpl;
import org.apache.james.protocols.api.ProtocolTransport;
import org.jspecify.annotations.Nullable;

/** One client, and what has come of its present command. */
final class SieveSession extends ProtocolSessionImpl {
    /** Octets of a command of somebody who has not signed in. */
    private static final int STRANGERS_COMMAND = 4096;

    /** Octets of a command with a script in it. */
    private static final int LONGEST_COMMAND = 300_000;

    private static final Pattern LITERAL = Pattern.compile("\\{([0-9]{1,18})\\+?}\r?\n$");
    private static final int LONGEST_MARK = 24;

    private final ByteArrayOutputStream command = new ByteArrayOutputStream();
    private int missing;
    private int mistakes;
    private @Nullable String account;
    private boolean answersChallenge;

    SieveSession(ProtocolTransport transport, ProtocolConfiguration configuration) {
        super(transport, configuration);
    }

    /** What a piece of a command has led to. */
    enum Progress {
        MORE,
        WHOLE,
        TOO_LONG
    }

    /** Takes one line, which may be a part of a literal (RFC 5804 1.2). */
    Progress take(byte[] line) {
        command.writeBytes(line);
        if (command.size() > longest()) {
            return Progress.TOO_LONG;
        }
        if (missing >= line.length) {
            missing -= line.length;
            return Progress.MORE;
        }
        int from = Math.max(missing, line.length - LONGEST_MARK);
        missing = 0;
        String end =
                new String(
                        Arrays.copyOfRange(line, from, line.length), StandardCharsets.ISO_8859_1);
        Matcher literal = LITERAL.matcher(end);
        if (!literal.find()) {
            return Progress.WHOLE;
        }
        long announced = Long.parseLong(literal.group(1));
        if (command.size() + announced > longest()) {
            return Progress.TOO_LONG;
        }
        missing = (int) announced;
        return Progress.MORE;
    }

    private int longest() {
        return account == null ? STRANGERS_COMMAND : LONGEST_COMMAND;
    }

    /** The whole command; the next one begins empty. */
    byte[] command() {
        byte[] whole = command.toByteArray();
        command.reset();
        return whole;
    }

    int mistake() {
        return ++mistakes;
    }

    void signedIn(String address) {
        account = address;
        setUsername(Username.of(address));
    }

    @Nullable String account() {
        return account;
    }

    /** Whether the next line is a part of signing in. */
    boolean answersChallenge() {
        return answersChallenge;
    }

    void answersChallenge(boolean next) {
        answersChallenge = next;
    }

    String clientAddress() {
        return getRemoteAddress().getAddress().getHostAddress();
    }
}
