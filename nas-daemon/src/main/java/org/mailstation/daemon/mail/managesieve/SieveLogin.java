package org.mailstation.daemon.mail.managesieve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailstation.daemon.accounts.Logins;

/** {@code AUTHENTICATE} with PLAIN (RFC 4616), under TLS only. */
record SieveLogin(Logins logins) {
    private static final int MOST_FAILURES = 3;

    SieveReply begin(SieveSession session, List<String> words) {
        if (!session.isTLSStarted()) {
            // before the password is read: nobody shall learn whether it was right
            return SieveReply.no("ENCRYPT-NEEDED", "Say STARTTLS first");
        }
        if (session.account() != null) {
            return SieveReply.no("", "You have signed in already");
        }
        if (words.size() < 2 || !words.get(1).toUpperCase(Locale.ROOT).equals("PLAIN")) {
            return SieveReply.no("", "Only PLAIN, please");
        }
        if (words.size() > 2) {
            return plain(session, words.get(2));
        }
        session.answersChallenge(true);
        return SieveReply.goOn();
    }

    /** RFC 4616 2: authorization identity NUL authentication identity NUL password. */
    SieveReply plain(SieveSession session, String base64) {
        session.answersChallenge(false);
        if (base64.equals("*")) {
            return SieveReply.no("", "Cancelled");
        }
        String[] parts = decode(base64).split("\0", -1);
        boolean fits =
                parts.length == 3 && (parts[0].isEmpty() || parts[0].equalsIgnoreCase(parts[1]));
        Optional<String> account =
                fits ? logins.check(session.clientAddress(), parts[1], parts[2]) : Optional.empty();
        if (account.isEmpty()) {
            return session.mistake() >= MOST_FAILURES
                    ? SieveReply.bye("Too many failures")
                    : SieveReply.no("", "Name or password is wrong");
        }
        session.signedIn(account.get());
        return SieveReply.ok("", "Welcome");
    }

    private static String decode(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(text)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException notSo) {
            return ""; // as wrong as any other password
        }
    }
}
