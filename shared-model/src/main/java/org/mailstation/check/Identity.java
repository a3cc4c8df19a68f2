package org.mailstation.check;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.mailstation.records.SigningKey;

/**
 * How to know the station.
 *
 * @param keySha256 of its TLS key, as {@link org.mailstation.probe.TlsSeen#keySha256()}; empty if
 *     the station could not be asked for it
 * @param home its address in the home's network; {@code null} if that is not known
 * @param signing the key of its signatures; {@code null} if it does not sign
 */
public record Identity(String keySha256, @Nullable InetAddress home, @Nullable SigningKey signing) {
    /** Nothing is known about it. */
    public static final Identity UNKNOWN = new Identity("", null);

    /** A station that does not sign letters. */
    public Identity(String keySha256, @Nullable InetAddress home) {
        this(keySha256, home, null);
    }

    public boolean known() {
        return !keySha256.isEmpty();
    }
}
