package org.mailstation.desktop.outside;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.desktop.ssh.SshTarget;

/**
 * An account on a computer outside the home. It holds no secret.
 *
 * @param keyFile private key to sign in with; empty: by password
 */
public record OutsideAccount(SshTarget target, String keyFile) {
    private static final int USUAL_PORT = 22;
    private static final int HIGHEST_PORT = 65535;

    /** {@code USER@HOST}, {@code USER@HOST:PORT}; an IPv6 address stands in brackets. */
    private static final Pattern WRITTEN =
            Pattern.compile("([^@\\s]+)@(?:\\[([^\\]\\s]+)\\]|([^\\[\\]:\\s]+))(?::(\\d{1,5}))?");

    /** Reads an account as people write it; empty: it is none. */
    public static Optional<SshTarget> read(String written) {
        Matcher match = WRITTEN.matcher(written.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        String host = match.group(2) == null ? match.group(3) : match.group(2);
        int port = match.group(4) == null ? USUAL_PORT : Integer.parseInt(match.group(4));
        return port < 1 || port > HIGHEST_PORT
                ? Optional.empty()
                : Optional.of(new SshTarget(host, port, match.group(1)));
    }

    /** As {@link #read} reads it. */
    public String written() {
        String host = target.host().contains(":") ? "[" + target.host() + "]" : target.host();
        String end = target.port() == USUAL_PORT ? "" : ":" + target.port();
        return target.user() + "@" + host + end;
    }
}
