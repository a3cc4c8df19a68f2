package org.mailstation.daemon.moving;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.text.Text;

/**
 * Another provider's mailbox (RFC 5092).
 *
 * @param implicit whether TLS comes first; else STARTTLS, never less
 */
record Provider(String user, String host, int port, boolean implicit) {
    private static final int IMAPS = 993;
    private static final Pattern URL =
            Pattern.compile(
                    "(imaps?)://([^\\s/:]+)@([A-Za-z0-9][A-Za-z0-9.-]*)(?::([0-9]{1,5}))?/?");

    /** {@code null} if the text is no such place. Port 993 has TLS from the beginning. */
    static @Nullable Provider of(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            return null;
        }
        int port = url.group(4) == null ? IMAPS : Integer.parseInt(url.group(4));
        if (port < 1 || port > 65_535) {
            return null;
        }
        try {
            String user =
                    URLDecoder.decode(url.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean implicit = port == IMAPS || url.group(1).equals("imaps");
            return new Provider(user, url.group(3), port, implicit);
        } catch (IllegalArgumentException noUser) {
            return null;
        }
    }

    String name() {
        return "imap://" + user + "@" + host + ":" + port;
    }

    ImapLink signIn(Secret password, SSLSocketFactory tls) throws Moves.RefusedException {
        ImapLink link;
        try {
            link = ImapLink.open(host, port, implicit, tls);
        } catch (SSLException unproven) {
            throw new Moves.RefusedException(
                    Text.of("move.imap.tls", host, String.valueOf(unproven.getMessage())));
        } catch (IOException unreachable) {
            throw new Moves.RefusedException(
                    Text.of("move.imap.unreachable", host, unreachable.toString()));
        }
        try {
            link.signIn(user, password.reveal());
            return link;
        } catch (IOException refused) {
            link.close();
            throw new Moves.RefusedException(
                    Text.of("move.imap.login", host, user, String.valueOf(refused.getMessage())));
        }
    }
}
